using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Feedback;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Feedback;

public sealed class FeedbackApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Feedback_of_an_unknown_member_is_stored_once_with_a_task_for_the_owner()
    {
        var group = await app.GroupAsync();
        var owner = await app.StaffAsync();
        await app.EditGroupAsync(group, new JsonObject { ["owner"] = owner, ["by"] = "小王" });
        var body = FeedbackClient.Body(app.NewId("feedback"), group);

        var created = (await app.PostAsync(FeedbackClient.Path, body)).Expecting(HttpStatusCode.Created);
        var again = (await app.PostAsync(FeedbackClient.Path, body)).Expecting(HttpStatusCode.OK);

        var feedback = created.As<FeedbackView>();
        Assert.Equal($"/api/feedback/{feedback.Id}", created.Location);
        Assert.Equal(created.Text, again.Text);
        Assert.Equal(
            (FeedbackSource.Api, FeedbackState.Open, app.Now.AddHours(24), "小王", null),
            (feedback.Source, feedback.State, feedback.DueAt, feedback.By, feedback.InTime));
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal(
            (StaffTaskKind.AnswerFeedback, owner, feedback.DueAt), (task.Kind, task.Owner, task.DueAt));
        Assert.DoesNotContain("受潮", task.Title, StringComparison.Ordinal);
        Assert.Equal(new FeedbackCounts(1, 0, 0, 1, 0), (await app.FeedbackFiguresAsync(group)).All);
    }

    [Fact]
    public async Task Idempotency_key_makes_one_feedback_of_a_repeated_request()
    {
        var group = await app.GroupAsync();
        var body = FeedbackClient.Body(id: null, group);
        (string Name, string Value) key = (IdempotencyKey.HeaderName, app.NewId("key"));

        var first = (await app.PostAsync(FeedbackClient.Path, body, key)).Expecting(HttpStatusCode.Created);
        var second = (await app.PostAsync(FeedbackClient.Path, body, key)).Expecting(HttpStatusCode.OK);

        Assert.Equal(first.Location, second.Location);
        Assert.Single(await app.ListFeedbackAsync($"groupId={group}"));
    }

    [Fact]
    public async Task Id_of_other_feedback_is_409_also_for_another_group()
    {
        var (group, other) = (await app.GroupAsync(), await app.GroupAsync());
        var id = await app.EnterAsync(group);

        var changed = await app.PostAsync(FeedbackClient.Path, FeedbackClient.Body(id, group, kind: "Question"));
        var moved = await app.PostAsync(FeedbackClient.Path, FeedbackClient.Body(id, other));

        changed.Expecting(HttpStatusCode.Conflict);
        moved.Expecting(HttpStatusCode.Conflict);
        Assert.Empty(await app.ListFeedbackAsync($"groupId={other}"));
        Assert.Equal(1, (await app.FeedbackFiguresAsync(group)).All.Received);
    }

    [Fact]
    public async Task Answer_goes_to_the_member_who_is_present_and_ends_the_task()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        var id = await app.EnterAsync(group);
        await app.AdvanceAsync(TimeSpan.FromHours(23));

        var answered = (await app.AnswerAsync(id)).Expecting(HttpStatusCode.OK).As<FeedbackView>();
        (await app.AnswerAsync(id)).Expecting(HttpStatusCode.OK);

        Assert.Equal((FeedbackState.Answered, true), (answered.State, answered.InTime));
        Assert.True(Assert.Single(answered.Answers).ToldMember);
        var message = Assert.Single(await MessagesAsync(group, id));
        Assert.Equal(
            ("answer-1", ChannelAction.SendToMember, "u1", DeliveryState.Sent),
            (message.Step, message.To, message.MemberId, message.State));
        Assert.EndsWith("马上给您补发", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.TasksAsync(group), task => task.Kind is StaffTaskKind.AnswerFeedback);
        Assert.Equal(new FeedbackCounts(1, 1, 0, 0, 0), (await app.FeedbackFiguresAsync(group)).All);
        await app.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal(0, (await app.FeedbackAsync(id)).EscalationCount);
        Assert.Single(await MessagesAsync(group, id));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, false)]
    public async Task Answer_is_only_stored_for_a_member_who_is_away_or_not_to_be_told(bool isPresent, bool? tellMember)
    {
        var group = await app.GroupAsync();
        if (isPresent) await app.JoinAsync(group, "u1");
        var id = await app.EnterAsync(group);

        var answered = (await app.AnswerAsync(id, tellMember: tellMember)).Expecting(HttpStatusCode.OK);

        Assert.False(Assert.Single(answered.As<FeedbackView>().Answers).ToldMember);
        Assert.Empty(await MessagesAsync(group, id));
    }

    [Fact]
    public async Task Close_tells_the_group_the_words_of_the_operator_and_counts_as_the_answer()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1", name: "小林子");
        var id = await app.EnterAsync(group);

        var closed = (await app.CloseAsync(id)).Expecting(HttpStatusCode.OK).As<FeedbackView>();
        (await app.CloseAsync(id)).Expecting(HttpStatusCode.OK);

        Assert.Equal((FeedbackState.Closed, true, app.Now), (closed.State, closed.InTime, closed.AnsweredAt));
        var message = Assert.Single(await MessagesAsync(group, id));
        Assert.Equal(
            ("outcome", ChannelAction.SendToGroup, null), (message.Step, message.To, message.MemberId));
        Assert.Equal("群友的投诉已处理，结果告诉大家：已换新包装", message.Text);
        Assert.DoesNotContain(await app.TasksAsync(group), task => task.Kind is StaffTaskKind.AnswerFeedback);
    }

    [Fact]
    public async Task Close_that_is_not_to_be_told_tells_nobody()
    {
        var group = await app.GroupAsync();
        var id = await app.EnterAsync(group);

        var closed = (await app.CloseAsync(id, tellGroup: false)).Expecting(HttpStatusCode.OK).As<FeedbackView>();

        Assert.False(closed.Outcome!.ToldGroup);
        Assert.Empty(await MessagesAsync(group, id));
    }

    [Fact]
    public async Task Closed_feedback_refuses_other_answers_and_outcomes()
    {
        var id = await app.EnterAsync(await app.GroupAsync());
        await app.CloseAsync(id);

        foreach (var refused in new[] { await app.CloseAsync(id, "未处理"), await app.AnswerAsync(id) })
            Assert.Equal("Ended", refused.Expecting(HttpStatusCode.Conflict).Json.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Dissolved_group_takes_feedback_and_is_told_nothing()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.DissolvedAsync(group);

        var id = await app.EnterAsync(group);
        (await app.AnswerAsync(id)).Expecting(HttpStatusCode.OK);
        (await app.CloseAsync(id)).Expecting(HttpStatusCode.OK);

        Assert.Empty(await MessagesAsync(group, id));
        Assert.Equal(1, (await app.FeedbackFiguresAsync(group)).All.AnsweredInTime);
    }

    [Fact]
    public async Task Figures_count_each_kind()
    {
        var group = await app.GroupAsync();
        var late = await app.EnterAsync(group, kind: "Suggestion");
        await app.EnterAsync(group, "u2", "Question");
        await app.AdvanceAsync(TimeSpan.FromHours(25));
        await app.AnswerAsync(late);
        await app.AnswerAsync(await app.EnterAsync(group, "u3"));

        var figures = await app.FeedbackFiguresAsync(group);

        Assert.Equal(new FeedbackCounts(3, 1, 1, 1, 1), figures.All);
        Assert.Equal(
            [
                new(FeedbackKind.Suggestion, 1, 0, 1, 0, 0),
                new(FeedbackKind.Complaint, 1, 1, 0, 0, 0),
                new FeedbackKindFiguresView(FeedbackKind.Question, 1, 0, 0, 1, 1),
            ],
            figures.Kinds);
    }

    async Task<IEnumerable<DeliveryView>> MessagesAsync(string group, string id) =>
        (await app.DeliveriesAsync(group)).Where(message => message.Cause == $"feedback-{id}");
}
