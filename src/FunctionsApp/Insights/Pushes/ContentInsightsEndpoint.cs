using Community.Insights.Pushes;
using FunctionsApp.Content.Library;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Pushes;

/// <summary>Compares the texts of an item (A/B).</summary>
public sealed class ContentInsightsEndpoint(
    ContentStore contents, ContentShareStore shares, FoldPositionStore positions, BrandTime time, TimeProvider clock)
{
    /// <summary>
    /// The click rates of the item's texts, as they are now, over the pushes of days that are counted; 404 for an
    /// unknown item.
    /// </summary>
    [Function("CompareContentVariants")]
    [Response<ContentInsightsView>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/content/{contentId}")]
        HttpRequest request,
        string contentId)
    {
        if (await contents.FindAsync(contentId) is not { Value: var item })
            return Problems.NotFound($"There is no item {contentId}.");
        var variants = await Task.WhenAll(Enumerable
            .Range(1, item.Body.Variants.Count)
            .Select(number => shares.FindAsync(ItemVariant.Of(item, number))));
        var countedUntil = (await positions.FindAsync()).CountedUntil(time.DayOf(clock.GetUtcNow()));
        return ApiJson.Json(ContentInsightsView.From(contentId, variants, countedUntil));
    }
}
