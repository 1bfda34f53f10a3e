using System.Net;
using Community.Care.Feedback;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Care.Feedback;

/// <summary>Feedback that is not answered within a day.</summary>
public sealed class FeedbackEscalationTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Open_feedback_escalates_after_a_day_and_every_day_to_everybody()
    {
        var group = await app.GroupAsync();
        var id = await app.EnterAsync(group);
        var due = app.Now.AddHours(24);
        await app.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await app.FeedbackAsync(id)).EscalationCount);

        await app.AdvanceAsync(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(2));

        var escalated = await app.FeedbackAsync(id);
        Assert.Equal(3, escalated.EscalationCount);
        Assert.Equal([due, due.AddDays(1), due.AddDays(2)], escalated.Escalations);
        Assert.Null((await EscalationAsync(group))!.Owner);
        Assert.Equal(1, (await app.FeedbackFiguresAsync(group)).All.Overdue);
    }

    [Fact]
    public async Task Person_who_only_ticks_off_the_tasks_does_not_end_the_escalation()
    {
        var group = await app.GroupAsync();
        var id = await app.EnterAsync(group);
        await app.DoneAsync(Assert.Single(await app.TasksAsync(group)).Id);

        await app.AdvanceAsync(TimeSpan.FromHours(25));
        var first = await EscalationAsync(group);
        await app.DoneAsync(first!.Id);
        Assert.Null(await EscalationAsync(group));
        await app.AdvanceAsync(TimeSpan.FromHours(24));

        var reopened = await EscalationAsync(group);
        Assert.Equal((first.Id, 1, 2), (reopened?.Id, first.Escalations, reopened?.Escalations));
        Assert.Equal((FeedbackState.Open, 2), await StateAsync(id));
        (await app.CloseAsync(id)).Expecting(HttpStatusCode.OK);
        Assert.Empty(await app.TasksAsync(group));
        await app.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal((FeedbackState.Closed, 2), await StateAsync(id));
        Assert.Equal(new FeedbackCounts(1, 0, 1, 0, 0), (await app.FeedbackFiguresAsync(group)).All);
    }

    [Fact]
    public async Task Escalation_of_a_dissolved_group_goes_on()
    {
        var group = await app.GroupAsync();
        var id = await app.EnterAsync(group);
        await app.DissolvedAsync(group);
        Assert.Empty(await app.TasksAsync(group));

        await app.AdvanceAsync(TimeSpan.FromHours(25));

        Assert.Equal((FeedbackState.Open, 1), await StateAsync(id));
        Assert.NotNull(await EscalationAsync(group));
    }

    [Fact]
    public async Task New_owner_of_the_group_gets_the_task_to_answer_and_not_the_escalation()
    {
        var group = await app.GroupAsync();
        await app.EnterAsync(group);
        await app.AdvanceAsync(TimeSpan.FromHours(25));
        var owner = await app.StaffAsync();

        await app.EditGroupAsync(group, new() { ["owner"] = owner, ["by"] = "小王" });

        Assert.Equal(
            [(StaffTaskKind.AnswerFeedback, owner), (StaffTaskKind.EscalateFeedback, null)],
            (await app.TasksAsync(group)).Select(task => (task.Kind, task.Owner)).OrderBy(task => task.Kind));
    }

    async Task<(FeedbackState State, int Escalations)> StateAsync(string id)
    {
        var feedback = await app.FeedbackAsync(id);
        return (feedback.State, feedback.EscalationCount);
    }

    async Task<StaffTaskView?> EscalationAsync(string group) => (await app.TasksAsync(group))
        .SingleOrDefault(task => task.Kind is StaffTaskKind.EscalateFeedback);
}
