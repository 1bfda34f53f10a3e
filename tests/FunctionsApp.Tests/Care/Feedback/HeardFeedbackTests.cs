using System.Text.Json.Nodes;
using Community.Care.Feedback;
using Community.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Care.Feedback;

/// <summary>Feedback that members post in a group.</summary>
public sealed class HeardFeedbackTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Complaint_in_the_group_becomes_feedback_with_a_task()
    {
        var group = await app.GroupAsync();

        await app.PostMessageAsync(group, "u1", "我要投诉，茶是受潮的");

        var heard = Assert.Single(await app.ListFeedbackAsync($"groupId={group}"));
        Assert.Equal(
            (FeedbackKind.Complaint, FeedbackSource.Group, "u1", null, "我要投诉，茶是受潮的"),
            (heard.Kind, heard.Source, heard.MemberId, heard.By, heard.Text));
        Assert.Equal(StaffTaskKind.AnswerFeedback, Assert.Single(await app.TasksAsync(group)).Kind);
    }

    [Fact]
    public async Task Further_message_of_the_member_becomes_a_note_while_the_feedback_is_open()
    {
        var group = await app.GroupAsync();
        await app.PostMessageAsync(group, "u1", "骗子");
        for (var n = 0; n < FeedbackRules.MaxNotes + 2; n++)
            await app.PostMessageAsync(group, "u1", $"再不理我就曝光 {n}");
        await app.PostMessageAsync(group, "u2", "我也要投诉");
        await app.PostMessageAsync(group, "u1", "请问什么时候处理？");

        var heard = await app.ListFeedbackAsync($"groupId={group}");

        Assert.Equal(3, heard.Count);
        var first = Assert.Single(heard, item => item.Text == "骗子");
        Assert.Equal(
            Enumerable.Range(0, FeedbackRules.MaxNotes).Select(n => $"再不理我就曝光 {n}"),
            first.Notes.Select(note => note.Text));
        await app.AnswerAsync(first.Id);
        await app.PostMessageAsync(group, "u1", "还是要投诉");
        Assert.Equal(4, (await app.FeedbackFiguresAsync(group)).All.Received);
    }

    [Fact]
    public async Task Entered_feedback_takes_no_notes()
    {
        var group = await app.GroupAsync();
        await app.EnterAsync(group);

        await app.PostMessageAsync(group, "u1", "我要投诉");

        Assert.Equal(2, (await app.ListFeedbackAsync($"groupId={group}")).Count);
    }

    [Fact]
    public async Task Message_that_comes_again_is_the_same_feedback_or_note()
    {
        var group = await app.GroupAsync();
        foreach (var text in (string[])["投诉", "骗人"])
        {
            var id = app.NewId("message");
            var data = new JsonObject { ["groupId"] = group, ["memberId"] = "u1", ["text"] = text };
            await app.SendEventAsync("message.posted", data, app.Now, id);
            await app.SendEventAsync("message.posted", data.DeepClone().AsObject(), app.Now, id);
        }

        Assert.Single(Assert.Single(await app.ListFeedbackAsync($"groupId={group}")).Notes);
    }

    [Fact]
    public async Task Long_message_is_cut_and_one_of_an_unknown_group_is_ignored()
    {
        var group = await app.GroupAsync();

        await app.PostMessageAsync(group, "u1", "投诉" + new string('茶', 2000));
        await app.PostMessageAsync("no-such-group", "u9", "投诉");

        Assert.Equal(1000, Assert.Single(await app.ListFeedbackAsync($"groupId={group}")).Text.Length);
        Assert.DoesNotContain(await app.ListFeedbackAsync(), item => item.MemberId == "u9");
    }

    [Fact]
    public async Task Message_that_arrives_after_its_deadline_has_a_task_and_escalates_soon()
    {
        var group = await app.GroupAsync();
        var data = new JsonObject { ["groupId"] = group, ["memberId"] = "u1", ["text"] = "投诉" };

        await app.SendEventAsync("message.posted", data, app.Now.AddHours(-30));
        await app.AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(1, Assert.Single(await app.ListFeedbackAsync($"groupId={group}")).EscalationCount);
        Assert.Equal(
            [StaffTaskKind.AnswerFeedback, StaffTaskKind.EscalateFeedback],
            (await app.TasksAsync(group)).Select(task => task.Kind).Order());
    }

    [Fact]
    public async Task Ordinary_message_is_no_feedback()
    {
        var group = await app.GroupAsync();

        await app.PostMessageAsync(group, "u1", "今天的茶真好喝");

        Assert.Empty(await app.ListFeedbackAsync($"groupId={group}"));
    }
}
