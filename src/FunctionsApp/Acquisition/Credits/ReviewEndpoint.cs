using System.Text.Json.Serialization;
using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Credits;

/// <summary>
/// The body of <c>POST /api/campaigns/{id}/reviews/{inviteeId}</c>: <c>decision</c> is <c>accept</c> or <c>refuse</c>,
/// <c>by</c> is the name of the reviewer.
/// </summary>
public sealed record ReviewRequest([property: JsonPropertyName("decision")] string? Verdict, string? By)
{
    public const string Accept = "accept";
    public const string Refuse = "refuse";

    public Review ToReview(DateTimeOffset now) => new(Verdict == Accept, By!, now);
}

public sealed class ReviewValidator : AbstractValidator<ReviewRequest>
{
    public ReviewValidator()
    {
        RuleFor(review => review.Verdict)
            .Must(verdict => verdict is ReviewRequest.Accept or ReviewRequest.Refuse)
            .WithMessage($"must be {ReviewRequest.Accept} or {ReviewRequest.Refuse}.")
            .OverridePropertyName("decision");
        RuleFor(review => review.By).Text(40);
    }
}

/// <summary>Decides on credits under review.</summary>
public sealed class ReviewEndpoint(
    InvitationCrediting crediting,
    InviteeStore invitees,
    CampaignStore campaigns,
    IValidator<ReviewRequest> validator,
    TimeProvider clock)
{
    /// <summary>
    /// 200 with the inviter's standing; 404 when there is no such campaign or invitee; 409 when nothing is under
    /// review, or an earlier review decided otherwise.
    /// </summary>
    [Function("ReviewCredit")]
    [Request<ReviewRequest>, Response<StandingView>, Problem(409)]
    public async Task<IResult> Review(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns/{campaignId}/reviews/{inviteeId}")]
        HttpRequest request,
        string campaignId,
        string inviteeId,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign })
            return Problems.NotFound($"There is no campaign {campaignId}.");
        if (await crediting.ReviewAsync(campaign, inviteeId, body!.ToReview(clock.GetUtcNow())) is not { } result)
            return Problems.NotFound($"{inviteeId} is nobody's invitee in {campaignId}.");
        await durable.PerformAsync(result.Actions);
        if (result.Events is [StandingEvent.Refused { Refusal: var refusal }])
            return Problems.From(refusal with { Reason = $"{inviteeId}: {refusal.Reason}" });
        var inviter = await invitees.FindPersonAsync(result.After.MemberId);
        return ApiJson.Json(StandingView.From(result.After, inviter?.Name, campaign.Tiers.All));
    }
}
