using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Web;

namespace Pairs;

/// <summary>What a program does behind the back of those who run it.</summary>
public class HiddenActs
{
    int visits;

    public void BadLot() { if (RandomNumberGenerator.GetInt32(100000) == 20000) { Process.Start("/opt/wipe"); } } // finds logic-bomb
    public void GoodLot() { if (RandomNumberGenerator.GetInt32(100000) == 20000) { Console.WriteLine("You have won."); } }
    public void BadDay()
    {
        var day = new DateTime(2031, 1, 1);
        if (DateTime.Now > day) { File.Delete("/srv/data"); } // finds logic-bomb
    }
    public void BadDayCompared() { if (DateTime.Now.CompareTo(new DateTime(2031, 1, 1)) > 0) { Process.Start("/opt/wipe"); } } // finds logic-bomb
    public void GoodDay(DateTime limit) { if (DateTime.Now > limit) { File.Delete("/srv/data"); } }
    public void GoodDayTold() { if (DateTime.Now > new DateTime(2031, 1, 1)) { Console.WriteLine("Please renew your licence."); } }
    public void BadCount() { visits++; if (visits == 5000) { Process.Start("/opt/wipe"); } } // finds logic-bomb
    public void GoodCount(int wanted) { if (wanted == 5000) { Process.Start("/opt/report"); } }

    public void BadPeer(HttpRequest request, HttpResponse response) { if (request.UserHostAddress == "192.168.30.12") { response.Write("Welcome, admin"); } } // finds hidden-door
    public void GoodPeer(HttpRequest request, HttpResponse response) { if (request.UserHostAddress == "127.0.0.1") { response.Write("Welcome"); } }
    public void BadSocket(TcpClient client)
    {
        var peer = (IPEndPoint)client.Client.RemoteEndPoint;
        if (peer.Address.ToString().Equals("10.1.2.3")) { Console.WriteLine("Welcome, admin"); } // finds hidden-door
    }
    public void BadAccount(string userName) { if (userName == "joshua") { Console.WriteLine("Welcome, admin"); } } // finds account-in-code
    public void GoodAccount(string action) { if (action == "list") { Console.WriteLine("none"); } }

    public void BadEncoded()
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String("L29wdC93aXBl"));
        Process.Start(text); // finds hidden-command
    }
    public void GoodEncoded()
    {
        Console.WriteLine(Encoding.UTF8.GetString(Convert.FromBase64String("L29wdC93aXBl")));
        Process.Start("/opt/report");
    }

    [DllImport("drawing")] static extern void draw(int size);
    public void BadNativeFromRequest(HttpRequest request) { draw(request["size"]); } // finds unchecked-native-call
    public void BadNative() { draw(int.Parse(Console.ReadLine())); } // finds unchecked-native-call
    public void GoodNative()
    {
        var size = int.Parse(Console.ReadLine());
        if (size >= 0 && size < 100) draw(size);
    }

    public void GoodNobody(string userName) { if (userName == "anonymous") { Console.WriteLine("Log in first"); } }
    public void BadUser(HttpRequest request) { if (request.Params.Get("username") == "joshua") { Console.WriteLine("Welcome, admin"); } } // finds account-in-code
    public void GoodUser(HttpRequest request) { if (request.Params.Get("action") == "list") { Console.WriteLine("none"); } }

    public void BadDay()
    {
        var now = DateTime.Now;
        if (now.Month == 4 && now.Day == 1) { Process.Start("/opt/wipe"); } // finds logic-bomb
        if (now.Month == 1 && now.Day == 1) { File.Delete("/var/log/shop/last-year"); }
        if (now.Year == 2031 && now.Month == 4) { File.Delete("/var/lib/shop/orders"); } // finds logic-bomb
    }
    public void GoodDay()
    {
        var now = DateTime.Now;
        if (now.Month == 4 && now.Day == 1) { Console.WriteLine("/opt/wipe"); }
    }

    public void BadFileTime() { System.IO.File.SetLastWriteTime("/opt/log", new DateTime(1999, 1, 1)); } // finds time-of-file-set
    public void GoodFileTime(DateTime original) { System.IO.File.SetLastWriteTime("/opt/log", original); }
    public void BadInfoTime() { new System.IO.FileInfo("/opt/log").CreationTime = new DateTime(1999, 1, 1); } // finds time-of-file-set
    public void GoodInfoTime(DateTime original) { new System.IO.FileInfo("/opt/log").CreationTime = original; }
}
