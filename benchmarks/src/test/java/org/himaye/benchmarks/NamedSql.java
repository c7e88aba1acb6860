package org.himaye.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement of the product with its named parameters, as plain JDBC takes it. */
public final class NamedSql {

    private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    private final String text;
    private final List<String> names = new ArrayList<>();

    public NamedSql(String named) {
        Matcher matcher = NAME.matcher(named);
        this.text = matcher.replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
    }

    /** The caller closes it. */
    public PreparedStatement on(Connection connection, Map<String, ?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < names.size(); i++) {
            statement.setObject(i + 1, values.get(names.get(i)));
        }
        return statement;
    }
}
