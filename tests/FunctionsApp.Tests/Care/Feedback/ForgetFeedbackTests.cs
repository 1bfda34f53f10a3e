using System.Net;
using Community.Care.Feedback;
using FunctionsApp.Platform;

namespace FunctionsApp.Tests.Care.Feedback;

public sealed class ForgetFeedbackTests
{
    [Fact]
    public async Task Feedback_is_deleted_when_the_time_after_its_end_is_over_and_open_feedback_stays()
    {
        await using var app = await AppHost.StartAsync(With("30") with { OnDisk = true });
        var group = await app.GroupAsync();
        var (closed, answered, open) =
            (await app.EnterAsync(group), await app.EnterAsync(group, "u2"), await app.EnterAsync(group, "u3"));
        await app.PostMessageAsync(group, "u4", "投诉");
        await app.PostMessageAsync(group, "u4", "还是投诉");
        var heard = (await app.ListFeedbackAsync($"groupId={group}"))
            .Single(item => item.Source is FeedbackSource.Group).Id;
        foreach (var id in new[] { closed, heard }) (await app.CloseAsync(id)).Expecting(HttpStatusCode.OK);
        (await app.AnswerAsync(answered)).Expecting(HttpStatusCode.OK);
        await app.PassAsync(TimeSpan.FromDays(10));
        (await app.AnswerAsync(answered, "又有消息")).Expecting(HttpStatusCode.OK);
        await app.PassAsync(TimeSpan.FromDays(19));
        Assert.Equal(4, (await app.ListFeedbackAsync($"groupId={group}")).Count);

        await app.PassAsync(TimeSpan.FromDays(4));

        Assert.Equal([open, answered], await IdsAsync(app, group));
        (await app.GetAsync($"{FeedbackClient.Path}/{closed}")).Expecting(HttpStatusCode.NotFound);
        await app.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal([open], await IdsAsync(app, group));
        Assert.Equal(4, (await app.FeedbackFiguresAsync(group)).All.Received);
    }

    [Fact]
    public async Task Start_fails_with_a_wrong_retention() =>
        await Assert.ThrowsAsync<SettingException>(() => AppHost.StartAsync(With("never")));

    static AppHostSetup With(string days) => new()
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:FeedbackDays"] = days },
    };

    static async Task<IEnumerable<string>> IdsAsync(AppHost app, string group) =>
        (await app.ListFeedbackAsync($"groupId={group}")).Select(item => item.Id).OrderDescending();
}
