namespace Merlon.Server.Pages.Words;

/// <summary>The addresses of pages about things.</summary>
static class Address
{
    /// <summary>The page of an application.</summary>
    public static string OfApplication(string publicId) => $"/applications/{Uri.EscapeDataString(publicId)}";
}
