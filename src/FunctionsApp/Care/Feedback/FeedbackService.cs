using Community.Care.Feedback;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// Stores feedback, answers it and closes it. Before each write it schedules what makes up for the rest of a request
/// that dies.
/// </summary>
public sealed class FeedbackService(
    FeedbackStore feedback,
    FeedbackLocatorStore locators,
    FeedbackFollowUp followUp,
    GroupStore groups,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    /// <summary>
    /// Stores feedback that is entered. 400 for an unknown group; 409 when the id belongs to a request for another
    /// group that was not stored.
    /// </summary>
    public async Task<CreationResult<FeedbackItem>> EnterAsync(FeedbackItem item, string fingerprint)
    {
        if (await groups.FindAsync(item.GroupId) is null)
            return Refuse(Refusal.Invalid("groupId", $"there is no group {item.GroupId}"));
        return await StoreAsync(item, fingerprint) is var (isNew, document)
            ? new CreationResult<FeedbackItem>(isNew, document, Problem: null)
            : Refuse(Refusal.Conflict(ConflictKind.AlreadyExists, $"id: {item.Id} belongs to another request"));
    }

    /// <summary>
    /// Stores what a member posted, as feedback or as a note of feedback that is open. A repeat changes nothing.
    /// </summary>
    public async Task HearAsync(FeedbackItem message)
    {
        if (await feedback.NoteAsync(message) is not null) return;
        if (await StoreAsync(message, fingerprint: message.Id) is var (_, document))
            await followUp.FollowAsync(document.Value);
    }

    /// <summary>Answers the feedback: 404 for none, 400 for a text that is too long, 409 when it is closed.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, string id, AnswerFeedbackRequest answer)
    {
        if (await feedback.FindAsync(id) is not { Value: var item }) return NotFound(id);
        var group = (await groups.LookUpAsync(item.GroupId))!;
        if (FeedbackTexts.Check("text", FeedbackTexts.Answer(item.Kind, group, answer.Text!)) is { } refusal)
            return Problems.From(refusal);
        var tells = answer.TellMember is not false && group.IsAlive && await IsPresentAsync(item);
        return await DecideAsync(
            request, item, new FeedbackCommand.Answer(answer.Text!, answer.By!, tells, clock.GetUtcNow()));
    }

    /// <summary>
    /// Closes the feedback: 404 for none, 400 for an outcome that is too long, 409 after another close.
    /// </summary>
    public async Task<IResult> CloseAsync(HttpRequest request, string id, CloseFeedbackRequest close)
    {
        if (await feedback.FindAsync(id) is not { Value: var item }) return NotFound(id);
        if (FeedbackTexts.Check("outcome", FeedbackTexts.Outcome(item.Kind, close.Outcome!)) is { } refusal)
            return Problems.From(refusal);
        var tells = close.TellGroup is not false
            && await groups.LookUpAsync(item.GroupId) is { IsAlive: true };
        return await DecideAsync(
            request, item, new FeedbackCommand.Close(close.Outcome!, close.By!, tells, clock.GetUtcNow()));
    }

    internal static IResult NotFound(string id) => Problems.NotFound($"There is no feedback {id}.");

    // Null when the id was given to other feedback that was not stored.
    async Task<(bool IsNew, Stored<FeedbackItem> Document)?> StoreAsync(FeedbackItem wanted, string fingerprint)
    {
        var locator = await locators.ReserveAsync(FeedbackLocator.Of(wanted));
        if (await feedback.FindAsync(locator) is { } stored) return (false, stored);
        if (locator.GroupId != wanted.GroupId) return null;
        // A request that died before it was stored began the time for the answer.
        var item = wanted with { At = locator.At };
        await ScheduleDeadlineAsync(item);
        await ScheduleCheckAsync(item);
        await locators.ListAsync(locator);
        return await feedback.CreateAsync(item, fingerprint);
    }

    async Task<IResult> DecideAsync(HttpRequest request, FeedbackItem item, FeedbackCommand command)
    {
        await ScheduleCheckAsync(item);
        if (await feedback.DecideAsync(item.Id, command) is not var (after, events)) return NotFound(item.Id);
        if (events is [FeedbackEvent.Refused refused]) return Problems.From(refused.Refusal);
        await followUp.FollowAsync(after);
        return EntityTag.Json(request, after, FeedbackView.From(after));
    }

    // A message can arrive after its deadline; work of a past instant would come before the feedback is stored.
    Task ScheduleDeadlineAsync(FeedbackItem item)
    {
        var earliest = clock.GetUtcNow() + FeedbackCheck.Delay;
        return scheduler.ScheduleAsync(
            FeedbackDeadline.Kind,
            item.DueAt > earliest ? item.DueAt : earliest,
            new FeedbackDeadline(item.Id));
    }

    Task ScheduleCheckAsync(FeedbackItem item) => scheduler.ScheduleAsync(
        FeedbackCheck.Kind, clock.GetUtcNow() + FeedbackCheck.Delay, new FeedbackCheck(FeedbackLocator.Of(item)));

    async Task<bool> IsPresentAsync(FeedbackItem item) =>
        await groups.FindMemberAsync(item.GroupId, item.MemberId) is { IsPresent: true };

    static CreationResult<FeedbackItem> Refuse(Refusal refusal) =>
        CreationResult.Refuse<FeedbackItem>(Problems.From(refusal));
}
