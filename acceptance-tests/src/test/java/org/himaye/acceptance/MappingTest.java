package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** Liquibase owns the schema; Hibernate's mapping of every listed entity must agree with it. */
class MappingTest {

    @Test
    void mappingAndSchemaAgree() throws Exception {
        Configuration mapping = new Configuration();
        List<Class<?>> entities = listed();
        entities.forEach(mapping::addAnnotatedClass);
        mapping.setProperty("hibernate.default_schema", "himaye");
        mapping.setProperty("jakarta.persistence.schema-generation.database.action", "validate");
        mapping.setProperty("hibernate.type.preferred_uuid_jdbc_type", "UUID");
        mapping.setProperty("hibernate.xml_mapping_enabled", "false");
        mapping.getProperties().put("jakarta.persistence.nonJtaDataSource", database());

        assertFalse(entities.isEmpty());
        assertDoesNotThrow(() -> mapping.buildSessionFactory().close());
    }

    private static List<Class<?>> listed() throws Exception {
        try (InputStream file = MappingTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            NodeList names = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getElementsByTagName("class");
            List<Class<?>> classes = new ArrayList<>();
            for (int i = 0; i < names.getLength(); i++) {
                classes.add(Class.forName(names.item(i).getTextContent()));
            }
            return classes;
        }
    }

    private static DataSource database() {
        return (DataSource) Proxy.newProxyInstance(
                MappingTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return Himaye.stack().superuser("himaye");
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
