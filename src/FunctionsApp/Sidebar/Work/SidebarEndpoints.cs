using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Operators.Sessions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Sidebar.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Sidebar.Work;

/// <summary>
/// What the page of the sidebar shows and confirms. Whatever is not the person's at the time of the request is 404.
/// </summary>
public sealed class SidebarEndpoints(
    SidebarWorkReader work,
    StaffTaskService tasks,
    PushStore pushes,
    PushCommandService commands,
    TimeProvider clock)
{
    /// <summary>Who is signed in.</summary>
    [Function("GetSidebarSession")]
    [StaffOnly]
    [Response<SidebarSessionView>]
    public IResult GetSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar/session")] HttpRequest request) =>
        ApiJson.Json(SidebarSessionView.From(request.GetStaff()));

    /// <summary>What the person has to do today, in all groups.</summary>
    [Function("GetSidebarWork")]
    [StaffOnly]
    [Response<SidebarWorkView>]
    public async Task<IResult> GetWork(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar/work")] HttpRequest request) =>
        ApiJson.Json(await work.ReadAsync(StaffOf(request)));

    /// <summary>
    /// What the person has to do today in the group that is a chat of the platform; 404 for a chat that is no group of
    /// the person.
    /// </summary>
    [Function("GetSidebarChat")]
    [StaffOnly]
    [Response<SidebarGroupView>]
    public async Task<IResult> GetChat(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar/chats/{chatId}")] HttpRequest request,
        string chatId) =>
        await work.FindOfChatAsync(chatId, StaffOf(request)) is { } group
            ? ApiJson.Json(group)
            : Problems.NotFound("The chat is no group of yours.");

    /// <summary>
    /// 204 when the task is done, now or before; 400 for one that needs a join link, which the console takes.
    /// </summary>
    [Function("CompleteSidebarTask")]
    [StaffOnly]
    [Response(204), Problem(400)]
    public async Task<IResult> CompleteTask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sidebar/tasks/{taskId}/done")] HttpRequest request,
        string taskId)
    {
        if (await work.FindTaskAsync(taskId, StaffOf(request)) is null)
            return Problems.NotFound($"You have no task {taskId}.");
        return await tasks.CompleteAsync(taskId, new CompleteTaskRequest(JoinUrl: null))
            is CompletionResult.JoinUrlMissing
                ? Problems.Invalid("joinUrl", "is missing: complete the task in the console.")
                : Results.NoContent();
    }

    /// <summary>
    /// 204 when the person has sent the push, now or before; 409 after the end of its time, and for one that is not to
    /// be sent.
    /// </summary>
    [Function("ConfirmSidebarPush")]
    [StaffOnly]
    [Response(204), Problem(409)]
    public async Task<IResult> ConfirmPush(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sidebar/pushes/{pushId}/sent")]
        HttpRequest request,
        string pushId)
    {
        var staff = request.GetStaff().Member;
        if (await pushes.FindAsync(pushId) is not { Value: var push }
            || !await work.IsTheirsAsync(push.GroupId, staff.Id))
        {
            return Problems.NotFound($"You have no push {pushId}.");
        }

        var confirm = new PushCommand.Confirm(staff.Name, Reason: null, clock.GetUtcNow());
        return await commands.RunAsync(pushId, confirm, Results.NoContent());
    }

    static string StaffOf(HttpRequest request) => request.GetStaff().Member.Id;
}

/// <summary>
/// A session in HTTP responses. <c>csrfToken</c> is for the header <c>x-csrf-token</c> of every request other than
/// <c>GET</c> and <c>HEAD</c>; <c>expiresAt</c> moves with the use of the session.
/// </summary>
public sealed record SidebarSessionView(string StaffId, string Name, string CsrfToken, DateTimeOffset ExpiresAt)
{
    internal static SidebarSessionView From(SignedInStaff staff) => new(
        staff.Member.Id, staff.Member.Name, CrossSiteCheck.TokenFor(staff.Id), staff.Session.ExpiresAt);
}
