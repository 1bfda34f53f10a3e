namespace Rehearsal.Reports.Html;

/// <summary>Begins and ends tables that scroll sideways inside their own container.</summary>
static class HtmlTable
{
    /// <summary>
    /// Begins a table and its body. A heading that begins with <c>#</c> is above numbers, and is aligned to the right
    /// like them.
    /// </summary>
    public static void Begin(HtmlWriter html, string caption, params ReadOnlySpan<string> headings) =>
        Begin(html, caption, "", headings);

    /// <summary>Begins a table whose caption only screen readers read, because a heading above says the same.</summary>
    public static void BeginWithHiddenCaption(
        HtmlWriter html, string caption, params ReadOnlySpan<string> headings) =>
        Begin(html, caption, "hidden", headings);

    public static void End(HtmlWriter html) => html.Write($"</tbody></table></div>\n");

    static void Begin(HtmlWriter html, string caption, string captionClass, ReadOnlySpan<string> headings)
    {
        html.Write($"<div class=\"scroll\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table>");
        html.Write($"<caption class=\"{captionClass}\">{caption}</caption><thead><tr>");
        foreach (var heading in headings)
        {
            if (heading.StartsWith('#'))
                html.Write($"<th scope=\"col\" class=\"number\">{heading[1..]}</th>");
            else
                html.Write($"<th scope=\"col\">{heading}</th>");
        }

        html.Write($"</tr></thead><tbody>\n");
    }
}
