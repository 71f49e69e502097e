import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleRace {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.File file = new java.io.File("/tmp/a");
        if (!file.exists()) new java.io.FileOutputStream(file); // finds race-condition
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.File file = new java.io.File("/tmp/a");
        new java.io.FileOutputStream(file);
    }
}
