import java.sql.*;
import javax.servlet.http.HttpServletRequest;
import org.springframework.transaction.support.*;

class CallbackOfALibrary {
    private Connection connection;
    private String table;
    private TransactionTemplate template;

    CallbackOfALibrary(Connection connection, String table, TransactionTemplate template) {
        this.connection = connection;
        this.table = table;
        this.template = template;
    }

    void bad(HttpServletRequest request) {
        final String id = request.getParameter("id");
        template.execute(new TransactionCallback<Object>() {
            @Override
            public Object doInTransaction(Object status) {
                return run("select * from t where id = " + id);
            }
        });
    }

    void good(HttpServletRequest request) {
        final String id = request.getParameter("id");
        template.execute(new TransactionCallback<Object>() {
            @Override
            public Object doInTransaction(Object status) {
                return prepare(id);
            }
        });
    }

    Object run(String command) {
        try {
            return connection.createStatement().executeQuery(command); // finds sql-injection
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Object prepare(String id) {
        try {
            PreparedStatement statement = connection.prepareStatement("select * from " + table + " where id = ?");
            statement.setString(1, id);
            return statement.executeQuery();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
