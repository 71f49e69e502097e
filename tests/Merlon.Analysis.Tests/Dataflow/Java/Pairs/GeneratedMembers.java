import javax.servlet.http.*;
import java.sql.*;
import java.util.*;
import lombok.*;

class GeneratedMembers {
    @Data
    static class Order {
        private final String customer;
        private String note;
        private int count;
        private boolean isOpen;
    }

    @Getter
    @AllArgsConstructor
    static class Line {
        private String article;
        @Setter private String remark;
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Order order = new Order(request.getParameter("id"));
        statement.execute("select " + order.getCustomer()); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Order order = new Order(request.getParameter("id"));
        statement.execute("select " + order.getNote());
    }

    void badSetter(HttpServletRequest request, Statement statement) throws Exception {
        Order order = new Order("safe");
        order.setNote(request.getParameter("id"));
        statement.execute("select " + order.getNote()); // finds sql-injection
    }

    void goodSetter(HttpServletRequest request, Statement statement) throws Exception {
        Order order = new Order("safe");
        order.setNote(request.getParameter("id"));
        order.setNote("safe");
        statement.execute("select " + order.getNote() + order.getCount() + order.isOpen());
    }

    void badAll(HttpServletRequest request, Statement statement) throws Exception {
        Line line = new Line("safe", request.getParameter("id"));
        statement.execute("select " + line.getRemark()); // finds sql-injection
    }

    void goodAll(HttpServletRequest request, Statement statement) throws Exception {
        Line line = new Line("safe", request.getParameter("id"));
        line.setRemark("safe");
        statement.execute("select " + line.getRemark() + line.getArticle());
    }
}
