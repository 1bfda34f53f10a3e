using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// The optional body of <c>POST /api/rewards/{id}/redeem</c>; a gift requires the <c>address</c> that it is sent to.
/// </summary>
public sealed record RedeemRewardRequest(string? Address);

public sealed class RedeemRewardValidator : AbstractValidator<RedeemRewardRequest>
{
    public RedeemRewardValidator() =>
        RuleFor(body => body.Address).Text(200).When(body => body.Address is not null);
}

/// <summary>Members' rewards (奖励) and their redemption.</summary>
public sealed class RewardEndpoints(
    RewardIndex index,
    StandingStore standings,
    CampaignStore campaigns,
    IValidator<RedeemRewardRequest> validator,
    TimeProvider clock)
{
    const int MaxKeyLength = 200;

    /// <summary>A member's rewards, by pages of campaigns; 400 without <c>memberId</c>.</summary>
    [Function("ListRewards")]
    [Page<OwnedRewardView>]
    [Query<string>("memberId", "The member whose rewards are listed.", IsRequired = true)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rewards")] HttpRequest request)
    {
        var memberId = request.Query["memberId"].ToString();
        if (memberId.Length == 0) return Problems.Invalid("memberId", "is missing.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await index.CampaignsAsync(memberId, size, continuation);
            var found = await Task.WhenAll(page.Items.Select(campaign => standings.FindAsync(campaign, memberId)));
            var rewards = found.OfType<Standing>().SelectMany(OwnedRewardView.AllFrom);
            return new Slice<OwnedRewardView>([.. rewards], page.Continuation);
        });
    }

    /// <summary>
    /// 200 with the redeemed reward, also for a repeat with the same body and <c>Idempotency-Key</c>, which is
    /// required; 400 for a gift without an address; 404 when there is no such reward; 409 when it is not granted, or
    /// another request redeemed it.
    /// </summary>
    [Function("RedeemReward")]
    [Request<RedeemRewardRequest>(IsOptional = true), Response<OwnedRewardView>]
    [TakesIdempotencyKey(IsRequired = true), Problem(409)]
    public async Task<IResult> Redeem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rewards/{rewardId}/redeem")]
        HttpRequest request,
        string rewardId)
    {
        if (request.Headers[IdempotencyKey.HeaderName].ToString() is not { Length: > 0 and <= MaxKeyLength } key)
            return Problems.Invalid(IdempotencyKey.HeaderName, $"must be a header of 1 to {MaxKeyLength} characters.");
        var (body, problem) = await ReadBodyAsync(request);
        if (problem is not null) return problem;
        if (await index.FindOwnerAsync(rewardId) is not { } owner) return NotFound(rewardId);
        if (await campaigns.FindAsync(owner.CampaignId) is not { Value: var campaign }) return NotFound(rewardId);
        var redemption = new Redemption(key, clock.GetUtcNow(), body!.Address);
        var (after, events) = await standings.DecideAsync(
            campaign.Id,
            campaign.Terms,
            owner.MemberId,
            invitee: null,
            new StandingCommand.RedeemReward(rewardId, redemption));
        if (after.Rewards.FirstOrDefault(reward => reward.Id == rewardId) is not { } reward) return NotFound(rewardId);
        return events is [StandingEvent.Refused refused]
            ? Problems.From(refused.Refusal)
            : ApiJson.Json(OwnedRewardView.From(after, reward));
    }

    static IResult NotFound(string rewardId) => Problems.NotFound($"There is no reward {rewardId}.");

    async Task<RequestResult<RedeemRewardRequest>> ReadBodyAsync(HttpRequest request) =>
        request.ContentLength > 0 || request.ContentType is not null
            ? await RequestBody.ReadAsync(request, validator)
            : new(new RedeemRewardRequest(Address: null), Problem: null);
}
