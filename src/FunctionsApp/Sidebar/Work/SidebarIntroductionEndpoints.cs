using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Introductions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Sidebar.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Sidebar.Work;

/// <summary>Introductions that the owner of a group hears in its chat and enters in the sidebar.</summary>
public sealed class SidebarIntroductionEndpoints(
    SidebarWorkReader work,
    GroupStore groups,
    IntroductionService introductions,
    IValidator<IntroductionRequest> validator,
    TimeProvider clock)
{
    const int MaxNewcomers = 50;

    /// <summary>
    /// The members who joined the person's group lately and are not introduced, at most 50, the latest first.
    /// </summary>
    [Function("ListSidebarNewcomers")]
    [StaffOnly]
    [Response<SidebarNewcomersView>]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar/groups/{groupId}/newcomers")]
        HttpRequest request,
        string groupId)
    {
        if (!await work.IsTheirsAsync(groupId, request.GetStaff().Member.Id)) return NotTheirs(groupId);
        var now = clock.GetUtcNow();
        var newcomers = (await groups.AllMembersAsync(groupId))
            .Where(member => !member.IsIntroduced && OnboardingTerms.IsNewcomer(member, now))
            .OrderByDescending(member => member.JoinedAt)
            .Take(MaxNewcomers);
        return ApiJson.Json(new SidebarNewcomersView([.. newcomers.Select(SidebarNewcomerView.From)]));
    }

    /// <summary>The interests of the introduction; 400 for somebody who is not in the group.</summary>
    [Function("EnterSidebarIntroduction")]
    [StaffOnly]
    [Request<IntroductionRequest>, Response<SidebarIntroductionView>]
    public async Task<IResult> Enter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sidebar/groups/{groupId}/introductions")]
        HttpRequest request,
        string groupId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (!await work.IsTheirsAsync(groupId, request.GetStaff().Member.Id)) return NotTheirs(groupId);
        return await introductions.EnterAsync(groupId, body!.MemberId!, body.Text!) is { } member
            ? ApiJson.Json(new SidebarIntroductionView(member.Interests))
            : IntroductionEndpoint.NotInGroup();
    }

    static IResult NotTheirs(string groupId) => Problems.NotFound($"You have no group {groupId}.");
}

/// <summary>Members who are not introduced yet.</summary>
public sealed record SidebarNewcomersView(IReadOnlyList<SidebarNewcomerView> Items);

/// <summary>A member who joined lately.</summary>
public sealed record SidebarNewcomerView(string MemberId, string Name, DateTimeOffset? JoinedAt)
{
    internal static SidebarNewcomerView From(Member member) => new(member.MemberId, member.Name, member.JoinedAt);
}

/// <summary>What was understood of an introduction.</summary>
public sealed record SidebarIntroductionView(IReadOnlyList<string> Interests);
