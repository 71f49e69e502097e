package app;

import javax.servlet.*;
import javax.servlet.http.*;

public class Greeter extends HttpServlet {
    static class Person {
        private final String name;
        Person(String name) { this.name = name; }
        public String getName() { return name; }
        public String getKind() { return "person"; }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException, ServletException {
        request.setAttribute("name", request.getParameter("name"));
        request.setAttribute("title", "constant");
        request.setAttribute("person", new Person(request.getParameter("person")));
        RequestDispatcher dispatcher = request.getRequestDispatcher("/WEB-INF/views/greeting.jsp");
        dispatcher.forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException, ServletException {
        request.setAttribute("name", request.getParameter("name"));
        getServletContext().getRequestDispatcher("/WEB-INF/views/escaped.jsp").include(request, response);
    }
}
