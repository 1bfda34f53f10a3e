using System.Globalization;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>Those who came with a campaign, brought nobody and are still there (仍有期待).</summary>
public sealed class ExpectingEndpoint(CampaignStore campaigns, ExpectingReader expecting)
{
    /// <summary>
    /// The groups of the campaign by pages, in their order, each with its expecting members; a group that is gone is
    /// left out. 404 when there is no such campaign.
    /// </summary>
    [Function("ListExpectingMembers")]
    [Page<ExpectingView>]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}/expecting")]
        HttpRequest request,
        string campaignId)
    {
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign })
            return Problems.NotFound($"There is no campaign {campaignId}.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var first = int.TryParse(continuation, CultureInfo.InvariantCulture, out var index) ? index : 0;
            var page = campaign.GroupIds.Skip(first).Take(size).ToList();
            var found = await expecting.FindAsync(campaign, page);
            var next = first + page.Count;
            return new Slice<ExpectingView>(
                [.. found.Select(ExpectingView.From)],
                next < campaign.GroupIds.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
        });
    }
}

/// <summary>A group of a campaign with its expecting members, in order of their joins.</summary>
public sealed record ExpectingView(
    string GroupId, string GroupName, int Count, IReadOnlyList<ExpectingView.ExpectingMember> Members)
{
    public static ExpectingView From(ExpectingGroup expecting) => new(
        expecting.Group.Id,
        expecting.Group.Name,
        expecting.Members.Count,
        [
            .. expecting.Members.Select(member =>
                new ExpectingMember(member.MemberId, member.Name, member.JoinedAt!.Value)),
        ]);

    public sealed record ExpectingMember(string MemberId, string Name, DateTimeOffset JoinedAt);
}
