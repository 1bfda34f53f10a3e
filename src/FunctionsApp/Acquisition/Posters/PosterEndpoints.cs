using Community.Acquisition.Posters;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>Makes posters, and shows them.</summary>
public sealed class PosterEndpoints(
    PosterStore posters,
    CampaignStore campaigns,
    Creation creation,
    PublicAddress address,
    IValidator<CreatePosterRequest> rules,
    TimeProvider clock)
{
    // A poster never changes; a day keeps a mistake in PublicBaseUrl from living in browsers for ever.
    const string CacheForADay = "public, max-age=86400";

    /// <summary>201 with the poster's code and addresses; 404 without such a campaign; 410 when it has ended.</summary>
    [Function("CreatePoster")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/campaigns/{campaignId}/posters")] HttpRequest request,
        string campaignId)
    {
        var body = await RequestBody.ReadAsync(request, rules);
        if (body.Problem is not null) return body.Problem;
        var now = clock.GetUtcNow();
        if (await campaigns.FindAsync(campaignId) is not { } campaign) return Problems.NotFound($"There is no campaign {campaignId}.");
        if (now >= campaign.Value.ClosesAt) return Problems.Gone($"The campaign {campaignId} has ended.");
        var fingerprint = Creation.Fingerprint(body.Value);
        var poster = new Poster(creation.IdFor(request, chosen: null), campaignId, posters.NewCode(), body.Value!.Title!, body.Value.Lines!, now);
        var (made, stands) = await posters.CreateAsync(poster, fingerprint);
        var view = PosterView.From(stands.Value, path => address.Absolute(request, path));
        return Creation.Respond(request.HttpContext.Response, PosterView.Svg(stands.Value), view, made, stands.Fingerprint == fingerprint);
    }

    /// <summary>The QR code with its quiet zone, at 600 pixels or more.</summary>
    [Function("PosterPng")]
    public Task<IResult> Png([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "posters/{posterId}.png")] HttpRequest request, string posterId) =>
        ShowAsync(request, posterId, artwork => Results.Bytes(PosterPng.Render(artwork), "image/png"));

    /// <summary>The whole poster: title, benefits and QR code.</summary>
    [Function("PosterSvg")]
    public Task<IResult> Svg([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "posters/{posterId}.svg")] HttpRequest request, string posterId) =>
        ShowAsync(request, posterId, artwork => Results.Text(PosterSvg.Render(artwork), "image/svg+xml"));

    async Task<IResult> ShowAsync(HttpRequest request, string posterId, Func<PosterArtwork, IResult> render)
    {
        if (await posters.FindAsync(posterId) is not { Value: var poster }) return Problems.NotFound($"There is no poster {posterId}.");
        request.HttpContext.Response.Headers.CacheControl = CacheForADay;
        return render(new PosterArtwork(poster.Title, poster.Lines, address.Absolute(request, PosterView.Scan(poster))));
    }
}

/// <summary>A poster as the API shows one.</summary>
public sealed record PosterView(string PosterId, string Code, string ScanUrl, string ImageUrl, string SvgUrl)
{
    /// <summary>The view of a poster, with absolute addresses.</summary>
    public static PosterView From(Poster poster, Func<string, string> absolute) =>
        new(poster.Id, poster.Code, absolute(Scan(poster)), absolute($"/posters/{poster.Id}.png"), absolute(Svg(poster)));

    /// <summary>The path in the QR code.</summary>
    public static string Scan(Poster poster) => $"/s/{poster.Code}";

    /// <summary>The path of the whole poster.</summary>
    public static string Svg(Poster poster) => $"/posters/{poster.Id}.svg";
}
