using Community.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Groups;

/// <summary>The groups of a person.</summary>
public sealed class MembershipEndpoint(MembershipStore memberships)
{
    /// <summary>
    /// The groups that a member is or was in, by pages, in order of their ids; empty for an unknown member.
    /// <c>leftAt</c> is null while the member is present.
    /// </summary>
    [Function("ListMemberGroups")]
    [Page<MembershipView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/members/{memberId}/groups")]
        HttpRequest request,
        string memberId) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
            (await memberships.PageAsync(memberId, size, continuation)).Map(MembershipView.From));
}

/// <summary>
/// A group of a member. Name, kind and state are those of the group, and null for one without a charter;
/// <c>memberName</c> is the member's name in it.
/// </summary>
public sealed record MembershipView(
    string GroupId,
    string? Name,
    GroupKind? Kind,
    GroupState? State,
    string MemberName,
    string? Code,
    string? InvitedBy,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? LeftAt)
{
    public static MembershipView From(Membership membership) => new(
        membership.Member.GroupId,
        membership.Group?.Name,
        membership.Group?.Kind,
        membership.Group?.State,
        membership.Member.Name,
        membership.Member.Code,
        membership.Member.InvitedBy,
        membership.Member.JoinedAt,
        membership.Member.IsPresent ? null : membership.Member.LeftAt);
}
