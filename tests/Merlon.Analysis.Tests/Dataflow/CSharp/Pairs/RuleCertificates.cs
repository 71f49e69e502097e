using System.Net;
using System.Net.Http;

class RuleCertificates
{
    void BadHandler() { var h = new HttpClientHandler(); h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true; } // finds certificate-validation
    void GoodHandler() { var h = new HttpClientHandler(); h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == System.Net.Security.SslPolicyErrors.None; }
    void BadManager() { ServicePointManager.ServerCertificateValidationCallback += (s, c, ch, e) => true; } // finds certificate-validation
    void GoodManager() { ServicePointManager.ServerCertificateValidationCallback += (s, c, ch, e) => e == 0; }
    void BadProtocol() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3; } // finds certificate-validation
    void GoodProtocol() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; }
}
