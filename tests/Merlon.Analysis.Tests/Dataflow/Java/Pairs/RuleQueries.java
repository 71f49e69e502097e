import javax.servlet.http.HttpServletRequest;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.dbutils.ResultSetHandler;
import org.hibernate.StatelessSession;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class RuleQueries {
    void bad(HttpServletRequest request, JdbcClient client, DSLContext dsl, StatelessSession session, QueryRunner runner, ResultSetHandler<Object> handler) throws Exception {
        String name = request.getParameter("name");
        client.sql("select * from users where name = '" + name + "'").query(); // finds sql-injection
        dsl.fetch("select * from users where name = '" + name + "'"); // finds sql-injection
        session.createQuery("from User where name = '" + name + "'"); // finds sql-injection
        runner.query("select * from users where name = '" + name + "'", handler); // finds sql-injection
    }

    void good(HttpServletRequest request, JdbcClient client, DSLContext dsl, StatelessSession session, QueryRunner runner, ResultSetHandler<Object> handler) throws Exception {
        String name = request.getParameter("name");
        client.sql("select * from users where name = ?").param(name).query();
        dsl.fetch("select * from users where name = ?", name);
        session.createQuery("from User where name = :name").setParameter("name", name);
        runner.query("select * from users where name = ?", handler, name);
    }
}
