<jsp:useBean id="person" class="app.Person"/>
<jsp:setProperty name="person" property="name"/>
<jsp:setProperty name="person" property="town" value="Bremen"/>
<jsp:getProperty name="person" property="name"/> <%-- finds cross-site-scripting --%>
<jsp:getProperty name="person" property="town"/>
${person.name} <%-- finds cross-site-scripting --%>
<%= person.getTown() %>
<jsp:useBean id="other" class="app.Person"><jsp:setProperty name="other" property="*"/></jsp:useBean>
${other.town} <%-- finds cross-site-scripting --%>
<jsp:useBean id="third" class="app.Person"/>
<jsp:setProperty name="third" property="name"><jsp:attribute name="value">Bremen</jsp:attribute></jsp:setProperty>
<jsp:setProperty name="third" property="town"><jsp:attribute name="value"><%= request.getParameter("town") %></jsp:attribute></jsp:setProperty>
${third.name}
${third.town} <%-- finds cross-site-scripting --%>
