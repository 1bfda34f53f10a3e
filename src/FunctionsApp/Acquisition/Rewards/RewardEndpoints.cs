using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>The body of <c>POST /api/rewards/{id}/redeem</c>, which may be absent; a gift needs the <c>address</c> that it is sent to.</summary>
public sealed record RedeemRewardRequest(string? Address);

/// <summary>What it must say.</summary>
public sealed class RedeemRewardValidator : AbstractValidator<RedeemRewardRequest>
{
    /// <summary>The rules.</summary>
    public RedeemRewardValidator() => RuleFor(body => body.Address).Text(200).When(body => body.Address is not null);
}

/// <summary>What members earned (奖励), and its redemption.</summary>
public sealed class RewardEndpoints(RewardIndex index, StandingStore standings, CampaignStore campaigns, IValidator<RedeemRewardRequest> rules, TimeProvider clock)
{
    const int MaxKeyLength = 200;

    /// <summary>A member's rewards, by pages of campaigns; 400 without <c>memberId</c>.</summary>
    [Function("ListRewards")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/rewards")] HttpRequest request)
    {
        var memberId = request.Query["memberId"].ToString();
        if (memberId.Length == 0) return Problems.Invalid("memberId", "is missing.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await index.CampaignsAsync(memberId, size, continuation);
            var found = await Task.WhenAll(page.Items.Select(campaign => standings.FindAsync(campaign, memberId)));
            return new Slice<OwnedRewardView>([.. found.OfType<Standing>().SelectMany(OwnedRewardView.AllFrom)], page.Continuation);
        });
    }

    /// <summary>
    /// 200 with the redeemed reward, also for the repeat of a request with the same <c>Idempotency-Key</c>, which is needed; 400 for a gift without an
    /// address; 404 when there is no such reward; 409 when it is not granted, or was redeemed by another request.
    /// </summary>
    [Function("RedeemReward")]
    public async Task<IResult> Redeem(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/rewards/{rewardId}/redeem")] HttpRequest request, string rewardId)
    {
        if (request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 and <= MaxKeyLength } key)
            return Problems.Invalid("Idempotency-Key", $"must be a header of 1 to {MaxKeyLength} characters.");
        var redeem = new RedeemRewardRequest(Address: null);
        if (request.ContentLength > 0 || request.ContentType is not null)
        {
            var body = await RequestBody.ReadAsync(request, rules);
            if (body.Problem is not null) return body.Problem;
            redeem = body.Value!;
        }

        if (await index.OwnerOfAsync(rewardId) is not { } owner) return NoSuchReward(rewardId);
        if (await campaigns.FindAsync(owner.CampaignId) is not { Value: var campaign }) return NoSuchReward(rewardId);
        var command = new StandingCommand.Redeem(rewardId, new Redemption(key, clock.GetUtcNow(), redeem.Address));
        var (after, events) = await standings.DecideAsync(campaign.Id, campaign.Terms, owner.MemberId, invitee: null, command);
        return (events, after.Rewards.FirstOrDefault(reward => reward.Id == rewardId)) switch
        {
            (_, null) => NoSuchReward(rewardId),
            ([StandingEvent.Refused { Field: { } field } refused], _) => Problems.Invalid(field, refused.Reason),
            ([StandingEvent.Refused refused], _) => Problems.Conflict($"{refused.Reason}."),
            (_, { } reward) => ApiJson.Json(OwnedRewardView.From(after, reward)),
        };
    }

    static IResult NoSuchReward(string rewardId) => Problems.NotFound($"There is no reward {rewardId}.");
}
