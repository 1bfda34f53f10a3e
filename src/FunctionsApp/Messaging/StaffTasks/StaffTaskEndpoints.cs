using Community.Messaging.StaffTasks;
using FluentValidation;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>The staff inbox (待办).</summary>
public sealed class StaffTaskEndpoints(StaffTaskStore tasks, StaffTaskService service, StaffStore staff)
{
    static readonly InlineValidator<CompleteTaskRequest> Validator = new()
    {
        rules => rules.RuleFor(body => body.JoinUrl).WebAddress().When(body => body.JoinUrl is not null),
    };

    /// <summary>
    /// Tasks by pages, the most urgent first: <c>?status=open</c> (the default) or <c>done</c>; with <c>?owner=</c>
    /// those of a staff member, 400 for an unknown one.
    /// </summary>
    [Function("ListTasks")]
    [Page<StaffTaskView>]
    [Query<string>("status", "The default is open.", Values = ["open", "done"])]
    [Query<string>("owner", "Only the tasks of this staff member.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tasks")] HttpRequest request)
    {
        StaffTaskStatus? status = request.Query["status"].ToString() switch
        {
            "" or "open" => StaffTaskStatus.Open,
            "done" => StaffTaskStatus.Done,
            _ => null,
        };
        if (status is null) return Problems.Invalid("status", "must be open or done.");
        var owner = request.Query["owner"].ToString();
        if (owner.Length > 0 && await staff.OwnerFaultAsync(owner) is { } fault) return Problems.From(fault);
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await PageAsync(status.Value, owner, size, continuation)).Map(StaffTaskView.From));
    }

    // Done tasks are few to look at and have no index by owner, so a page of them may hold fewer items than asked for.
    async Task<Slice<StaffTask>> PageAsync(StaffTaskStatus status, string owner, int size, string? continuation)
    {
        if (owner.Length == 0) return await tasks.PageAsync(status, size, continuation);
        if (status is StaffTaskStatus.Open) return await tasks.PageOfOwnerAsync(owner, size, continuation);
        return (await tasks.PageAsync(status, size, continuation)).Where(task => task.Owner == owner);
    }

    /// <summary>
    /// 204 when the task is done, now or before; 400 when it needs a <c>joinUrl</c>; 404 when there is none.
    /// </summary>
    [Function("CompleteTask")]
    [Request<CompleteTaskRequest>(IsOptional = true), Response(204)]
    public async Task<IResult> Complete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{taskId}/done")] HttpRequest request,
        string taskId)
    {
        var completion = new CompleteTaskRequest(null);
        if (request.ContentLength > 0 || request.ContentType is not null)
        {
            var body = await RequestBody.ReadAsync(request, Validator);
            if (body.Problem is not null) return body.Problem;
            completion = body.Value!;
        }

        return await service.CompleteAsync(taskId, completion) switch
        {
            CompletionResult.Unknown => Problems.NotFound($"There is no task {taskId}."),
            CompletionResult.JoinUrlMissing =>
                Problems.Invalid("joinUrl", "is missing: the task was to make a way into the group."),
            _ => Results.NoContent(),
        };
    }
}

/// <summary>
/// A staff task in HTTP responses. <c>title</c> often is the message to send. <c>sheet</c> is the path of the list that
/// it is about, and <c>itemReminders</c> counts the reminders of single items of that list.
/// </summary>
public sealed record StaffTaskView(
    string Id,
    StaffTaskKind Kind,
    [property: HiddenFromViewers] string Title,
    string? GroupId,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    int Escalations,
    string Status,
    DateTimeOffset? DoneAt,
    bool Withdrawn,
    string? Owner,
    string? Sheet,
    int ItemReminders)
{
    public static StaffTaskView From(StaffTask task) => new(
        task.Id,
        task.Kind,
        task.Title,
        task.GroupId,
        task.OpenedAt,
        task.DueAt,
        task.Escalations,
        task.Status is StaffTaskStatus.Open ? "open" : "done",
        task.DoneAt,
        task.IsWithdrawn,
        task.Owner,
        task.Sheet,
        task.ItemReminders);
}
