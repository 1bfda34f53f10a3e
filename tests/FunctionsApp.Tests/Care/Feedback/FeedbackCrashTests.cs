using System.Net;
using Community.Care.Feedback;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Tests.Application.Crashes;

namespace FunctionsApp.Tests.Care.Feedback;

/// <summary>
/// Feedback whose process dies at each commit in turn. What a request stored is carried to its end, whether the client
/// repeats the request or not, and nothing is counted or told twice.
/// </summary>
public sealed class FeedbackCrashTests : IDisposable
{
    const string Group = "group-1";
    const string Id = "wet-tea";

    static readonly AppHostSetup Setup = new();
    static readonly TimeSpan FollowUp = FeedbackCheck.Delay + TimeSpan.FromMinutes(2);

    static readonly IReadOnlyList<Func<AppHost, Task>> Script =
    [
        EnterAsync,
        async app => (await app.AnswerAsync(Id)).Expecting(HttpStatusCode.OK),
        async app => (await app.CloseAsync(Id)).Expecting(HttpStatusCode.OK),
    ];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Repeated_requests_come_to_the_same_end_after_any_crash()
    {
        foreach (var crash in await CrashAsync())
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            foreach (var act in Script.Skip(crash.Act)) await act(app);
            await app.AdvanceAsync(FollowUp);

            Assert.Equal((crash, new FeedbackCounts(1, 1, 0, 0, 0)), (crash, await CountsAsync(app)));
            Assert.Equal((crash, FeedbackState.Closed), (crash, (await app.FeedbackAsync(Id)).State));
            Assert.Equal((crash, "answer-1 outcome"), (crash, await StepsAsync(app)));
            // An answer whose call died is checked by a person.
            Assert.DoesNotContain(await app.TasksAsync(Group), task => task.Kind is StaffTaskKind.AnswerFeedback);
            Assert.Empty(await app.ListFeedbackAsync());
        }
    }

    [Fact]
    public async Task What_was_stored_is_followed_without_a_repeat()
    {
        foreach (var crash in await CrashAsync())
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(FollowUp);

            var item = (await app.ListFeedbackAsync($"groupId={Group}")).SingleOrDefault();
            var isOpen = item?.State is FeedbackState.Open;
            Assert.Equal(
                (crash, item is null ? 0 : 1, isOpen ? 1 : 0),
                (crash, (await CountsAsync(app)).Received, (await CountsAsync(app)).Open));
            var told = item is null ? [] : new[]
            {
                item.Answers.Count > 0 ? "answer-1" : "",
                item.Outcome is null ? "" : "outcome",
            };
            Assert.Equal(
                (crash, string.Join(' ', told.Where(step => step.Length > 0))), (crash, await StepsAsync(app)));
            Assert.Equal(
                (crash, isOpen ? 1 : 0),
                (crash, (await app.TasksAsync(Group)).Count(task => task.Kind is StaffTaskKind.AnswerFeedback)));
            Assert.Equal((crash, isOpen ? 1 : 0), (crash, (await app.ListFeedbackAsync()).Count));
        }
    }

    [Fact]
    public async Task Escalation_that_died_is_made_once()
    {
        var crashes = new CrashImages(folder);
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            await EnterAsync(app);
            await app.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
            await crashes.PlayAsync(app, alive => alive.AdvanceAsync(TimeSpan.FromMinutes(2)));
        }

        Assert.InRange(crashes.Images.Count, 3, 60);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(TimeSpan.FromHours(1));

            Assert.Equal((crash, 1), (crash, (await app.FeedbackAsync(Id)).EscalationCount));
            Assert.Equal((crash, new FeedbackCounts(1, 0, 0, 1, 1)), (crash, await CountsAsync(app)));
            Assert.Single(await app.TasksAsync(Group), task => task.Kind is StaffTaskKind.EscalateFeedback);
        }
    }

    [Fact]
    public async Task Deletion_that_died_is_finished()
    {
        var crashes = new CrashImages(folder);
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            await EnterAsync(app);
            await app.CloseAsync(Id);
            var ended = (EndedFeedbackStore)app.Services.GetService(typeof(EndedFeedbackStore))!;
            await crashes.PlayAsync(app, _ => ended.ForgetAsync(app.Now.AddDays(2), budget: 10));
        }

        Assert.InRange(crashes.Images.Count, 3, 10);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            var ended = (EndedFeedbackStore)app.Services.GetService(typeof(EndedFeedbackStore))!;
            await ended.ForgetAsync(app.Now.AddDays(2), budget: 10);

            Assert.Empty(await app.ListFeedbackAsync($"groupId={Group}"));
            (await app.GetAsync($"{FeedbackClient.Path}/{Id}")).Expecting(HttpStatusCode.NotFound);
            Assert.Equal((crash, 1), (crash, (await CountsAsync(app)).Received));
            // The id is free again.
            await EnterAsync(app);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    async Task<IReadOnlyList<CrashImage>> CrashAsync()
    {
        var crashes = new CrashImages(folder);
        await using var app = await AppHost.StartAsync(crashes.Setup);
        (await app.PostAsync("/api/groups", SampleBodies.Group(Group))).Expecting(HttpStatusCode.Created);
        await app.JoinAsync(Group, "u1");
        await crashes.PlayAsync(app, Script);
        Assert.InRange(crashes.Images.Count, 15, 120);
        return crashes.Images;
    }

    static async Task EnterAsync(AppHost app)
    {
        if ((await app.GetAsync($"/api/groups/{Group}")).Status is HttpStatusCode.NotFound)
            await app.PostAsync("/api/groups", SampleBodies.Group(Group));
        var body = FeedbackClient.Body(Id, Group);
        Assert.True((await app.PostAsync(FeedbackClient.Path, body)).Status is HttpStatusCode.Created
            or HttpStatusCode.OK);
        await app.RunUntilIdleAsync();
    }

    static async Task<FeedbackCounts> CountsAsync(AppHost app) => (await app.FeedbackFiguresAsync(Group)).All;

    static async Task<string> StepsAsync(AppHost app) => string.Join(' ', (await app.DeliveriesAsync(Group))
        .Where(delivery => delivery.Cause == $"feedback-{Id}")
        .Select(delivery => delivery.Step)
        .Order(StringComparer.Ordinal));
}
