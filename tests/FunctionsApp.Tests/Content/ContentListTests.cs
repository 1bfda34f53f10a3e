using System.Net;
using System.Text.Json.Nodes;
using Community.Content;
using FunctionsApp.Content.Library;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Content;

public sealed class ContentListTests(AppHost app) : IClassFixture<AppHost>
{
    ContentStore Contents => app.Services.GetRequiredService<ContentStore>();

    [Fact]
    public async Task Items_are_listed_by_pages_in_order_of_id()
    {
        List<string> ids = [await app.ContentAsync(), await app.ContentAsync(), await app.ContentAsync()];

        var first = (await app.GetAsync("/api/content?top=2")).Expecting(HttpStatusCode.OK).Json;
        var all = (await app.ListAsync<ContentView>("/api/content?")).Select(item => item.Id).ToList();

        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.NotNull(first.GetProperty("continuation").GetString());
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Empty(ids.Except(all));
    }

    [Fact]
    public async Task Filters_choose_kind_tag_and_state_and_can_be_combined()
    {
        var tag = app.NewId("tag");
        var (draft, fun) = (await app.ContentAsync(tag: tag), await app.ContentAsync(kind: "Fun", tag: tag));
        var approved = await app.ContentAsync(tag: tag);
        await app.ApproveAsync(approved);

        Assert.Equal(InOrder(draft, fun, approved), await IdsAsync($"tag={tag}"));
        Assert.Equal([fun], await IdsAsync($"tag={tag}&kind=Fun"));
        Assert.Equal([approved], await IdsAsync($"tag={tag}&state=Approved"));
        Assert.Equal([approved], await IdsAsync($"tag={tag}&state=Approved&kind=Useful"));
        Assert.Empty(await IdsAsync($"tag={tag}&state=Retired"));
        Assert.Empty(await IdsAsync("tag=no-such-tag"));
    }

    [Fact]
    public async Task Filtered_list_of_more_than_a_page_is_complete_and_holds_each_item_once()
    {
        var tag = app.NewId("tag");
        List<string> expected = [];
        for (var n = 0; n < 5; n++)
        {
            expected.Add(await app.ContentAsync(tag: tag));
            await app.ContentAsync(tag: null);
        }

        List<string> found = [];
        string? next = "";
        while (next is not null)
        {
            var page = (await app.GetAsync($"/api/content?tag={tag}&top=2{next}")).Expecting(HttpStatusCode.OK).Json;
            var items = page.GetProperty("items").EnumerateArray();
            found.AddRange(items.Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("continuation").GetString() is { } position ? $"&continuation={position}" : null;
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Draw_finds_the_approved_items_of_a_kind_as_they_are_now()
    {
        var tag = app.NewId("tag");
        var first = await app.ContentAsync(kind: "Fun", tag: tag);
        var second = await app.ContentAsync(kind: "Fun", tag: tag);
        await app.ContentAsync(kind: "Fun", tag: tag);
        foreach (var id in new[] { first, second }) await app.ApproveAsync(id);
        Assert.Equal(InOrder(first, second), await DrawAsync(ContentKind.Fun, tag));

        await app.EditContentAsync(first, new JsonObject { ["by"] = "小陈", ["kind"] = "Useful" });
        Assert.Equal([second], await DrawAsync(ContentKind.Fun, tag));
        await app.ApproveAsync(first);
        await app.RetireAsync(second);

        Assert.Empty(await DrawAsync(ContentKind.Fun, tag));
        Assert.Equal([first], await DrawAsync(ContentKind.Useful, tag));
    }

    [Theory]
    [InlineData("kind=fun", "kind")]
    [InlineData("state=Live", "state")]
    [InlineData("top=0", "top")]
    [InlineData("continuation=x", "continuation")]
    public async Task Wrong_filter_is_refused_by_name(string query, string field) =>
        (await app.GetAsync($"/api/content?{query}")).Names(field);

    static IEnumerable<string> InOrder(params string[] ids) => ids.Order(StringComparer.Ordinal);

    async Task<IReadOnlyList<string>> IdsAsync(string filter) =>
        [.. (await app.ListAsync<ContentView>($"/api/content?{filter}")).Select(item => item.Id)];

    async Task<IReadOnlyList<string>> DrawAsync(ContentKind kind, string tag) =>
        [.. (await Contents.ApprovedAsync(kind, tag)).Items.Select(item => item.Id)];
}
