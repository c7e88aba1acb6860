package org.himaye.disclosure;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.himaye.confidentiality.DataClass;

/** The package as a program reads it. */
final class PackageJson {

    private static final String FORMAT = "himaye-disclosure-1";

    private PackageJson() {}

    static byte[] of(PackageContent content, Function<String, DataClass> classes, PackageWords words) {
        Disclosure of = content.disclosure();
        JsonObjectBuilder file = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("number", of.reference())
                .add(
                        "receiver",
                        text(
                                Json.createObjectBuilder()
                                        .add("kind", of.receiver().name()),
                                "name",
                                of.organisation()))
                .add("purpose", of.purpose().name())
                .add("basis", of.ground().name());
        text(file, "documentNumber", of.documentNumber());
        text(file, "documentDate", of.documentDate());
        file.add("madeOn", content.madeOn().toString())
                .add("expiresOn", of.expiresOn().toString())
                .add("redisclosure", "PROHIBITED")
                .add("language", words.language())
                .add("terms", words.terms());
        JsonArrayBuilder data = Json.createArrayBuilder();
        content.values().forEach((field, values) -> {
            JsonArrayBuilder plain = Json.createArrayBuilder();
            values.forEach(value -> plain.add(PackageContent.plain(value)));
            data.add(Json.createObjectBuilder()
                    .add("field", field.name())
                    .add("attribute", field.attribute())
                    .add("class", classes.apply(field.attribute()).name())
                    .add("values", plain));
        });
        return file.add("data", data).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder text(JsonObjectBuilder object, String name, Object value) {
        return value == null ? object : object.add(name, value.toString());
    }
}
