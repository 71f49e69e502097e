using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Pages
{
    public class SearchModel : PageModel
    {
        [BindProperty(SupportsGet = true)]
        public string Query { get; set; }

        public string Found { get; set; }
        public int Count { get; set; }
        public string Title { get; set; } = "Search";

        public void OnGet(string text)
        {
            Found = "Found: " + text;
            Count = text.Length;
        }
    }
}
