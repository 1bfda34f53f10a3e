using Community.Content;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Content.Library;

/// <summary>The responses to commands on items.</summary>
static class ContentAnswers
{
    /// <summary>200 with the item; 404 without one, 400 or 409 for a refused command.</summary>
    public static IResult From(
        HttpRequest request, string contentId, Decided<ContentItem, ContentEvent>? decided) => decided switch
        {
            null => NotFound(contentId),
            { Events: [ContentEvent.Refused refused] } => Problems.From(refused.Refusal),
            var (after, _) => EntityTag.Json(request, after, ContentView.From(after)),
        };

    public static IResult NotFound(string contentId) => Problems.NotFound($"There is no item {contentId}.");
}
