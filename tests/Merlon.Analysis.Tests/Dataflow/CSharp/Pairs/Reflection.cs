using System;
using System.Data.SqlClient;
using System.Reflection;
using System.Web;

namespace Shop
{
    interface IMaker { string Make(string id); }

    class Makers
    {
        public class Keeps : IMaker { public string Make(string id) => id; }
        public class Drops : IMaker { public string Make(string id) => "safe"; }

        public static string Same(string id) => id;
        public static string Clean(string id) => "safe";
    }

    class Reflection
    {
        void BadNested(HttpRequest r, SqlConnection c) { var m = (IMaker)Activator.CreateInstance(Type.GetType("Shop.Makers+Keeps")); new SqlCommand(m.Make(r.QueryString["id"]), c); } // finds sql-injection
        void GoodNested(HttpRequest r, SqlConnection c) { var m = (IMaker)Activator.CreateInstance(Type.GetType("Shop.Makers+Drops")); new SqlCommand(m.Make(r.QueryString["id"]), c); }

        void BadQualified(HttpRequest r, SqlConnection c) { var m = (IMaker)Activator.CreateInstance(Type.GetType("Shop.Makers+Keeps, Shop, Version=1.0.0.0")); new SqlCommand(m.Make(r.QueryString["id"]), c); } // finds sql-injection
        void GoodQualified(HttpRequest r, SqlConnection c) { var m = (IMaker)Activator.CreateInstance(Type.GetType("Shop.Makers+Drops, Shop, Version=1.0.0.0")); new SqlCommand(m.Make(r.QueryString["id"]), c); }

        void BadAssembly(HttpRequest r, SqlConnection c) { var m = (IMaker)Assembly.GetExecutingAssembly().CreateInstance("Shop.Makers+Keeps"); new SqlCommand(m.Make(r.QueryString["id"]), c); } // finds sql-injection
        void GoodAssembly(HttpRequest r, SqlConnection c) { var m = (IMaker)Assembly.GetExecutingAssembly().CreateInstance("Shop.Makers+Drops"); new SqlCommand(m.Make(r.QueryString["id"]), c); }

        void BadStatic(HttpRequest r, SqlConnection c) { var text = (string)typeof(Makers).GetMethod("Same").Invoke(null, new object[] { r.QueryString["id"] }); new SqlCommand(text, c); } // finds sql-injection
        void GoodStatic(HttpRequest r, SqlConnection c) { var text = (string)typeof(Makers).GetMethod(nameof(Makers.Clean)).Invoke(null, new object[] { r.QueryString["id"] }); new SqlCommand(text, c); }

        void BadMethod(HttpRequest r, SqlConnection c) { var m = new Makers.Keeps(); var text = (string)m.GetType().GetMethod("Make").Invoke(m, new object[] { r.QueryString["id"] }); new SqlCommand(text, c); } // finds sql-injection
        void GoodMethod(HttpRequest r, SqlConnection c) { var m = new Makers.Drops(); var text = (string)m.GetType().GetMethod("Make").Invoke(m, new object[] { r.QueryString["id"] }); new SqlCommand(text, c); }
    }
}
