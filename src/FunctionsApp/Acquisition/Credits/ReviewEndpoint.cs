using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Credits;

/// <summary>The body of <c>POST /api/campaigns/{id}/reviews/{inviteeId}</c>: <c>decision</c> is <c>accept</c> or <c>refuse</c>, <c>by</c> who decides.</summary>
public sealed record ReviewRequest([property: System.Text.Json.Serialization.JsonPropertyName("decision")] string? Verdict, string? By);

/// <summary>What a decision must say.</summary>
public sealed class ReviewValidator : AbstractValidator<ReviewRequest>
{
    /// <summary>The rules.</summary>
    public ReviewValidator()
    {
        RuleFor(decision => decision.Verdict)
            .Must(verdict => verdict is Accept or Refuse).WithMessage($"must be {Accept} or {Refuse}.")
            .OverridePropertyName("decision");
        RuleFor(decision => decision.By).Text(40);
    }

    internal const string Accept = "accept";

    const string Refuse = "refuse";
}

/// <summary>Decides on credits that are under review.</summary>
public sealed class ReviewEndpoint(InvitationCrediting crediting, CampaignStore campaigns, IValidator<ReviewRequest> rules, TimeProvider clock)
{
    /// <summary>200 with the inviter's standing; 404 when there is no such campaign or invitee; 409 when nothing is under review, or it was decided otherwise.</summary>
    [Function("ReviewCredit")]
    public async Task<IResult> Review(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/campaigns/{campaignId}/reviews/{inviteeId}")] HttpRequest request,
        string campaignId,
        string inviteeId,
        [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, rules);
        if (body.Problem is not null) return body.Problem;
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign }) return Problems.NotFound($"There is no campaign {campaignId}.");
        var review = new Review(body.Value!.Verdict == ReviewValidator.Accept, body.Value.By!, clock.GetUtcNow());
        var result = await crediting.ReviewAsync(campaign, inviteeId, review);
        await durable.PerformAsync(result?.Actions ?? DurableAction.None);
        return result switch
        {
            null => Problems.NotFound($"{inviteeId} is nobody's invitee in {campaignId}."),
            { Events: [StandingEvent.Refused refused] } => Problems.Conflict($"{inviteeId}: {refused.Reason}."),
            { After: var after } => ApiJson.Json(StandingView.From(after, campaign.Tiers.All)),
        };
    }
}
