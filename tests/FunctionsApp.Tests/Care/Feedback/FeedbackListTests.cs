using System.Net;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests.Care.Feedback;

/// <summary>Each test has its own host, because a list is of all groups.</summary>
public sealed class FeedbackListTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Feedback_of_a_group_is_listed_by_pages_the_newest_first()
    {
        var group = await app.GroupAsync();
        var ids = await EnterAsync(group, 5);

        var pages = await PagesAsync($"groupId={group}&top=2");

        Assert.Equal([2, 2, 1], pages.Select(page => page.Count));
        Assert.Equal(ids.AsEnumerable().Reverse(), pages.SelectMany(page => page));
    }

    [Fact]
    public async Task List_of_a_group_has_filters()
    {
        var group = await app.GroupAsync();
        var ids = await EnterAsync(group, 4);
        var question = await app.EnterAsync(group, kind: "Question");
        await app.AnswerAsync(ids[1]);
        await app.CloseAsync(ids[2]);

        Assert.Equal([question], await IdsAsync($"groupId={group}&kind=Question"));
        Assert.Equal([ids[1]], await IdsAsync($"groupId={group}&state=Answered"));
        Assert.Equal([ids[2]], await IdsAsync($"groupId={group}&state=Closed&kind=Complaint"));
        Assert.Equal([question, ids[3], ids[0]], await IdsAsync($"groupId={group}&state=Open"));
    }

    [Fact]
    public async Task Open_feedback_of_all_groups_is_listed_the_oldest_first()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var ids = await EnterAsync(first, 2);
        ids.Add(await app.EnterAsync(second, kind: "Question"));
        await app.AnswerAsync(ids[1]);

        Assert.Equal([ids[0], ids[2]], await IdsAsync(""));
        Assert.Equal([ids[0], ids[2]], await IdsAsync("state=Open&top=1"));
        Assert.Equal([ids[2]], await IdsAsync("kind=Question"));
    }

    async Task<List<string>> EnterAsync(string group, int count)
    {
        List<string> ids = [];
        for (var n = 0; n < count; n++)
        {
            ids.Add(await app.EnterAsync(group));
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        return ids;
    }

    async Task<IEnumerable<string>> IdsAsync(string query) => (await PagesAsync(query)).SelectMany(page => page);

    async Task<List<List<string>>> PagesAsync(string query)
    {
        List<List<string>> pages = [];
        string? continuation = null;
        do
        {
            var next = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = (await app.GetAsync($"{FeedbackClient.Path}?{query}{next}"))
                .Expecting(HttpStatusCode.OK)
                .As<Slice<FeedbackView>>();
            pages.Add([.. page.Items.Select(item => item.Id)]);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return pages;
    }
}
