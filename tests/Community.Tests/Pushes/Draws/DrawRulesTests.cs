using Community.Content;
using Community.Pushes.Draws;
using Community.Pushes.Guards;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Draws;

public class DrawRulesTests
{
    static readonly ContentDraw Tea = new(ContentKind.Useful, ["茶"]);

    static readonly Gen<IReadOnlyList<DrawCandidate>> Libraries =
        from items in (
            from kind in Gen.Elements(ContentKind.Useful, ContentKind.Fun)
            from tags in Gen.Elements<string[]>(["茶"], ["茶", "咖啡"], [])
            from reuseDays in Gen.Choose(0, 9)
            from approvedHour in Gen.Choose(0, 20)
            from firstDay in Gen.Choose(-5, 5)
            from days in Gen.Choose(1, 20)
            select new DrawCandidate(
                "", kind, tags, reuseDays, At(firstDay, 8), At(firstDay + days, 8), At(-9, approvedHour)))
            .ListOf()
        select (IReadOnlyList<DrawCandidate>)[.. items.Select((item, index) => item with { Id = $"item-{index}" })];

    [Fact]
    public void Draw_takes_an_item_of_the_kind_with_all_tags()
    {
        var draw = new ContentDraw(ContentKind.Useful, ["茶", "早晨"]);

        Assert.Equal(
            "fits",
            Draw(
                draw,
                Candidate("other-kind", tags: ["茶", "早晨"]) with { Kind = ContentKind.Fun },
                Candidate("one-tag", tags: ["茶"]),
                Candidate("fits", tags: ["早晨", "绿茶", "茶"])));
        Assert.Equal("any", Draw(new ContentDraw(ContentKind.Useful, []), Candidate("any", tags: [])));
    }

    [Theory]
    [InlineData(8, 59, false)]
    [InlineData(9, 0, true)]
    [InlineData(10, 59, true)]
    [InlineData(11, 0, false)]
    public void Item_is_drawn_only_while_it_is_valid(int hour, int minute, bool drawn)
    {
        var item = Candidate("tea") with { ValidFrom = At(0, 9), ValidUntil = At(0, 11) };

        Assert.Equal(
            drawn ? "tea" : null, DrawRules.Draw([item], Tea, new GroupPushHistory(), Monday, At(0, hour, minute))?.Id);
    }

    [Fact]
    public void Unused_item_comes_before_the_least_recently_used_one()
    {
        var history = History(Use("recent", -5), Use("earlier", -6));

        Assert.Equal("unused", Draw(Tea, history, Candidate("recent"), Candidate("earlier"), Candidate("unused")));
        Assert.Equal("earlier", Draw(Tea, history, Candidate("recent"), Candidate("earlier")));
    }

    [Fact]
    public void Items_used_on_the_same_day_come_in_the_order_of_their_approval_and_then_of_their_ids()
    {
        var first = Candidate("z") with { ApprovedAt = At(-20, 9) };

        Assert.Equal("z", Draw(Tea, Candidate("a"), first, Candidate("b")));
        Assert.Equal("a", Draw(Tea, Candidate("b"), Candidate("a")));
    }

    [Fact]
    public void Item_that_the_group_had_within_its_interval_is_not_drawn()
    {
        var history = History(Use("tea", -3));

        Assert.Null(Draw(Tea, history, Candidate("tea") with { ReuseDays = 4 }));
        Assert.Equal("tea", Draw(Tea, history, Candidate("tea") with { ReuseDays = 3 }));
    }

    [Fact]
    public void Draw_that_finds_nothing_answers_null() => Assert.Null(Draw(Tea));

    [Fact]
    public void Library_is_used_up_before_an_item_comes_again_although_its_interval_is_over()
    {
        DrawCandidate[] library = [.. Enumerable.Range(10, 40).Select(item => Candidate($"tea-{item}"))];
        List<string> drawn = [];
        var history = new GroupPushHistory();
        for (var day = 0; day < 80; day++)
        {
            history = history.Trim(At(day, 9));
            var item = DrawRules.Draw(library, Tea, history, Monday.AddDays(day), At(day, 10))!;
            history = history.Add(Use(item.Id, day) with { Key = $"push-{day}" });
            drawn.Add(item.Id);
        }

        Assert.Equal(library.Select(item => item.Id).Order(), drawn.Take(40).Order());
        Assert.Equal(drawn.Take(40), drawn.Skip(40));
    }

    [Theory]
    [Seeds(1, 2, 3)]
    public void Drawn_item_is_valid_fits_and_is_never_within_its_interval(ulong seed) =>
        Property.Check(seed, Libraries, library =>
        {
            Dictionary<string, int> lastDays = [];
            var history = new GroupPushHistory();
            for (var day = 0; day < 20; day++)
            {
                var (date, at) = (Monday.AddDays(day), At(day, 10));
                var drawn = DrawRules.Draw(library, Tea, history, date, at);
                Assert.Equal(drawn, DrawRules.Draw(library.Reverse(), Tea, history, date, at));
                var fitting = library.Where(item =>
                    item.Kind == Tea.Kind && item.Tags.Contains("茶") && at >= item.ValidFrom && at < item.ValidUntil
                    && !(lastDays.TryGetValue(item.Id, out var last) && day - last < item.ReuseDays));
                if (drawn is null) Assert.Empty(fitting);
                else Assert.Contains(drawn, fitting);
                if (drawn is null) continue;
                lastDays[drawn.Id] = day;
                history = history.Add(Use(drawn.Id, day) with { Key = $"push-{day}" }).Trim(at);
            }
        });

    static string? Draw(ContentDraw draw, params DrawCandidate[] candidates) =>
        Draw(draw, new GroupPushHistory(), candidates);

    static string? Draw(ContentDraw draw, GroupPushHistory history, params DrawCandidate[] candidates) =>
        DrawRules.Draw(candidates, draw, history, Monday, At(0, 10))?.Id;

    static DrawCandidate Candidate(string id, string[]? tags = null) => new(
        id, ContentKind.Useful, tags ?? ["茶"], ReuseDays: 3, ValidFrom: null, ValidUntil: null, At(-10, 9));

    static PushHistoryEntry Use(string contentId, int day) =>
        Entry(day, 10) with { ContentId = contentId, Key = contentId };
}
