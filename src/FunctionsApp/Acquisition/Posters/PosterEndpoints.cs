using Community.Acquisition.Posters;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>Creates, lists and draws posters.</summary>
public sealed class PosterEndpoints(
    PosterStore posters,
    CampaignStore campaigns,
    Creation creation,
    PublicAddress address,
    IValidator<CreatePosterRequest> validator,
    TimeProvider clock)
{
    // A poster never changes; the limit of a day lets a wrong PublicBaseUrl be corrected.
    const string CacheForADay = "public, max-age=86400";

    /// <summary>
    /// 201 with the poster's code and addresses; 404 when there is no such campaign; 410 when it has ended.
    /// </summary>
    [Function("CreatePoster")]
    [Request<CreatePosterRequest>, Creation<PosterView>, Problem(410)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns/{campaignId}/posters")]
        HttpRequest request,
        string campaignId) =>
        creation.RunAsync(request, new CreationSteps<CreatePosterRequest, Poster, PosterView>
        {
            Operation = "CreatePoster",
            RouteValues = [campaignId],
            Validator = validator,
            ChosenId = _ => null,
            CreateAsync = wanted => CreateAsync(campaignId, wanted),
            ViewAsync = poster => Task.FromResult(PosterView.From(poster, path => address.Absolute(request, path))),
            Location = PosterView.SvgPath,
        });

    /// <summary>
    /// The campaign's posters by pages: shared ones first, the newest before older ones, then those of participants;
    /// 404 when there is no such campaign.
    /// </summary>
    [Function("ListPosters")]
    [Page<ListedPosterView>]
    [Query<bool>("personal", "Only posters of participants, or with false only shared ones.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}/posters")]
        HttpRequest request,
        string campaignId)
    {
        if (!QueryFields.TryReadFlag(request, "personal", out var isPersonal)) return QueryFields.NoFlag("personal");
        if (await campaigns.FindAsync(campaignId) is null)
            return Problems.NotFound($"There is no campaign {campaignId}.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await posters.PageAsync(campaignId, isPersonal, size, continuation))
                .Map(poster => ListedPosterView.From(poster, path => address.Absolute(request, path))));
    }

    /// <summary>The QR code with its quiet zone, at 600 pixels or more.</summary>
    [Function("PosterPng")]
    [Public]
    [Response(200, "image/png")]
    public Task<IResult> Png(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "posters/{posterId}.png")]
        HttpRequest request,
        string posterId) =>
        DrawAsync(request, posterId, artwork => Results.Bytes(PosterPng.Render(artwork), "image/png"));

    /// <summary>The whole poster: title, benefits and QR code.</summary>
    [Function("PosterSvg")]
    [Public]
    [Response(200, "image/svg+xml")]
    public Task<IResult> Svg(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "posters/{posterId}.svg")]
        HttpRequest request,
        string posterId) =>
        DrawAsync(request, posterId, artwork => Results.Text(PosterSvg.Render(artwork), "image/svg+xml"));

    async Task<CreationResult<Poster>> CreateAsync(string campaignId, CreationRequest<CreatePosterRequest> request)
    {
        var now = clock.GetUtcNow();
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign })
            return CreationResult.Refuse<Poster>(Problems.NotFound($"There is no campaign {campaignId}."));
        if (now >= campaign.ClosesAt)
            return CreationResult.Refuse<Poster>(Problems.Gone($"The campaign {campaignId} has ended."));
        var (title, lines) = (request.Body.Title!, request.Body.Lines!);
        var poster = new Poster(request.Id, campaignId, posters.NewCode(), title, lines, now);
        return CreationResult.From(await posters.CreateAsync(poster, request.Fingerprint));
    }

    async Task<IResult> DrawAsync(HttpRequest request, string posterId, Func<PosterArtwork, IResult> render)
    {
        if (await posters.FindAsync(posterId) is not { Value: var poster })
            return Problems.NotFound($"There is no poster {posterId}.");
        request.HttpContext.Response.Headers.CacheControl = CacheForADay;
        var scanUrl = address.Absolute(request, PosterView.ScanPath(poster));
        return render(new PosterArtwork(poster.Title, poster.Lines, scanUrl));
    }
}
