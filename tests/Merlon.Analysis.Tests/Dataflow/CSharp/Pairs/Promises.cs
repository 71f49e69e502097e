using System;
using System.Data;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.AccessControl;
using System.Threading;
using System.Web.Security;
using System.Web.UI.WebControls;

/// Locks, resources and objects that are not what others take them for.
public class Promises
{
    readonly object own = new();
    public readonly object Shared = new();
    int count;

    void BadSelf() { lock (this) { count++; } } // finds lock-open-to-others
    void BadType() { lock (typeof(Promises)) { count++; } } // finds lock-open-to-others
    void BadText() { lock ("count") { count++; } } // finds lock-open-to-others
    void BadPublic() { lock (Shared) { count++; } } // finds lock-open-to-others
    void BadMonitor() { Monitor.Enter(this); try { count++; } finally { Monitor.Exit(this); } } // finds lock-open-to-others
    void GoodOwn() { lock (own) { count++; } }

    class Account
    {
        readonly object gate = new();
        decimal balance;
        volatile bool isOpen;

        public void Add(decimal sum) { lock (gate) { balance += sum; isOpen = true; } }
        public void Bad(decimal sum) { balance -= sum; } // finds changed-without-lock
        public void Good(decimal sum) { lock (gate) { balance -= sum; } }
        public void GoodEntered(decimal sum) { Monitor.Enter(gate); balance -= sum; Monitor.Exit(gate); }
        public void GoodVolatile() { isOpen = false; }
        public decimal GoodLocal(decimal sum) { decimal balance = 0; balance -= sum; return balance; }
        public decimal Read() => isOpen ? balance : 0;
    }

    class Bad : IComparable<Bad>
    {
        public override string ToString() { return null; } // finds contract-broken
        public override bool Equals(object other) => true; // finds contract-broken
        public override int GetHashCode() { return new Random().Next(); } // finds contract-broken, insecure-random
        public int CompareTo(Bad other) { return 1; } // finds contract-broken
    }

    class Good : IComparable<Good>
    {
        readonly int number = 1;
        public override string ToString() => "";
        public override bool Equals(object other) => other is Good good && good.number == number;
        public override int GetHashCode() => number;
        public int CompareTo(Good other) => number.CompareTo(other.number);
    }

    void BadFlag(int number)
    {
        bool isOdd = false;
        if (isOdd == (number % 2 != 0)) Console.WriteLine("odd"); // finds comparison-for-assignment
    }

    void GoodFlag(int number)
    {
        bool isOdd = false;
        if (number > 3) isOdd = true;
        if (isOdd == (number % 2 != 0)) Console.WriteLine("odd");
    }

    class Unset
    {
        int limit; // finds field-never-set
        int most;
        string name;
        int counted;

        public Unset(int most) { this.most = most; Interlocked.Increment(ref counted); }
        public bool IsBad(int value) => value < limit;
        public bool IsGood(int value) => value < most && value < counted;
        public string HandedOut() => name;
    }

    void BadUnstarted()
    {
        var listener = new TcpListener(IPAddress.Any, 8080);
        using var peer = listener.AcceptTcpClient(); // finds used-before-ready
    }

    void GoodStarted()
    {
        var listener = new TcpListener(IPAddress.Any, 8080);
        listener.Start();
        using var peer = listener.AcceptTcpClient();
    }

    void BadHandle(string first, string second)
    {
        StreamReader reader = new StreamReader(first);
        Console.WriteLine(reader.Peek());
        reader = new StreamReader(second); // finds handle-lost
        reader.Close();
    }

    void GoodHandle(string first, string second)
    {
        StreamReader reader = new StreamReader(first);
        Console.WriteLine(reader.Peek());
        reader.Close();
        reader = new StreamReader(second);
        reader.Close();
    }

    void BadPrice(HiddenField price, IDbCommand order)
    {
        order.Parameters.AddWithValue("@price", price.Value); // finds fixed-parameter-trusted
    }

    void GoodNote(TextBox note, IDbCommand order)
    {
        order.Parameters.AddWithValue("@note", note.Text);
    }

    bool BadLogin(string user, string password) { return Membership.ValidateUser(user, password); } // finds password-alone

    void BadAccess(MutexSecurity security) { security.AddAccessRule(new MutexAccessRule("Everyone", MutexRights.FullControl, AccessControlType.Allow)); } // finds access-open-to-all
    void GoodAccess(MutexSecurity security, string account) { security.AddAccessRule(new MutexAccessRule(account, MutexRights.FullControl, AccessControlType.Allow)); }
}
