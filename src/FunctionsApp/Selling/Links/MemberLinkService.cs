using Community.Platform;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// An offer, its groups, the page that a member's own link leads to, and what its address starts with.
/// </summary>
public sealed record MemberLinkOffer(
    OfferReference Offer, IReadOnlyList<string> GroupIds, string Target, string LinkBase);

/// <summary>A member's own link in HTTP responses.</summary>
public sealed record MemberLinkView(string Code, string Url, string GroupId, string MemberId, string Target);

/// <summary>
/// Makes links of single members, whose clicks tell who clicked. An order without a code is attributed to the last of
/// them.
/// </summary>
public sealed class MemberLinkService(LinkStore links, GroupStore groups, TimeProvider clock)
{
    /// <summary>
    /// 201 with the link; 200 for a repeat while the page is the same; 400 for a group of another offer or a member who
    /// is not present in it.
    /// </summary>
    public async Task<IResult> CreateAsync(
        HttpResponse response, MemberLinkOffer offer, string groupId, string memberId)
    {
        if (!offer.GroupIds.Contains(groupId, StringComparer.Ordinal))
            return Problems.Invalid("groupId", "is not one of its groups.");
        if (await groups.FindMemberAsync(groupId, memberId) is not { IsPresent: true })
            return Problems.Invalid("memberId", $"is not present in {groupId}.");

        var request = new NewLink(
            offer.Offer, StepOf(offer.Target), groupId, memberId, offer.Target, clock.GetUtcNow());
        var (link, isNew) = await links.CreateAsync(request);
        response.Headers.Location = $"/l/{link.Code}";
        return ApiJson.Json(
            new MemberLinkView(link.Code, offer.LinkBase + link.Code, groupId, memberId, link.Target),
            isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // A link in a sent message keeps its page; another page gets another link.
    static string StepOf(string target) => $"member-{EffectKey.Digest(target)}";
}
