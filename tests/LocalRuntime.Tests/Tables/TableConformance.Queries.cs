using Azure.Data.Tables;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    static readonly Guid Badge = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");

    public static TheoryData<string, string> Filters => new()
    {
        { "PartitionKey eq 'b'", "b1 b2" },
        { "PartitionKey eq 'b' and RowKey eq 'b2'", "b2" },
        { "PartitionKey eq 'b' and RowKey gt 'b1'", "b2" },
        { "PartitionKey ge 'b' and PartitionKey lt 'd'", "b1 b2 c1" },
        { "PartitionKey gt 'a' and RowKey lt 'c'", "b1 b2" },
        { "RowKey ge 'b2'", "b2 c1" },
        { "PartitionKey eq 'a' or PartitionKey eq 'c'", "a1 c1" },
        { "Age gt 20 and Age le 40", "b1 b2" },
        { "Age ge 20 and not (Age eq 30)", "a1 b2 c1" },
        { "Points eq 9000000000L", "b1" },
        { "Weight lt 2.5", "a1 b1" },
        { "Weight eq 2.5", "b2" },
        { "Vegan eq true", "a1 c1" },
        { "Vegan eq false", "b1 b2" },
        { "Name eq 'it''s'", "b2" },
        { "Name ge 'k' and Name lt 'l'", "c1" },
        { "Age ne 30", "a1 b2 c1" },
        { "Missing eq 'x'", "" },
        { TableClient.CreateQueryFilter($"JoinedAt ge {Noon} and JoinedAt lt {Noon.AddHours(2)}"), "a1 b1" },
        { TableClient.CreateQueryFilter($"Badge eq {Badge}"), "c1" },
        { "((Age eq 20) or (Age eq 50)) and Vegan eq true", "a1 c1" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_finds_the_entities_that_match(string filter, string expected)
    {
        TableEntity[] entities =
        [
            Entity("a", "a1", ("Age", 20), ("Points", 1L), ("Weight", 0.5), ("Vegan", true), ("Name", "j")),
            Entity("b", "b1", ("Age", 30), ("Points", 9000000000), ("Weight", 1.5), ("Vegan", false), ("Name", "j2")),
            Entity("b", "b2", ("Age", 40), ("Points", 3L), ("Weight", 2.5), ("Vegan", false), ("Name", "it's")),
            Entity("c", "c1", ("Age", 50), ("Points", 4L), ("Weight", 3.5), ("Vegan", true), ("Name", "kim")),
        ];
        for (var hour = 0; hour < entities.Length; hour++) entities[hour]["JoinedAt"] = Noon.AddHours(hour);
        entities[3]["Badge"] = Badge;
        await Task.WhenAll(entities.Select(entity => Table.AddEntityAsync(entity, Token)));

        Assert.Equal(expected, string.Join(' ', (await QueryAsync(filter)).Select(entity => entity.RowKey)));
    }

    [Fact]
    public async Task Results_are_in_ordinal_order_of_partition_key_and_row_key()
    {
        // U+FF21 comes after the surrogates of U+20BB7 in UTF-16 and before that character in UTF-8.
        string[] keys = ["", "A", "Z", "_", "a", "aa", "b", "ä", "中", "𠮷", "\uFF21"];
        await Task.WhenAll(keys.Reverse().SelectMany(p => keys.Select(r => Table.AddEntityAsync(Entity(p, r), Token))));
        var expected = keys.SelectMany(p => keys.Select(r => (p, r)));
        Assert.Equal(expected, (await QueryAsync()).Select(entity => (entity.PartitionKey, entity.RowKey)));
    }

    [Fact]
    public async Task Pages_continue_at_their_continuation_token()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 7).Select(i => Table.AddEntityAsync(Entity(i < 4 ? "a 中 ä" : "q", $"r'{i}"), Token)));
        var query = Table.QueryAsync<TableEntity>(maxPerPage: 3, cancellationToken: Token);
        var pages = await query.AsPages().ToListAsync(Token);
        Assert.Equal([3, 3, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(
            Enumerable.Range(0, 7).Select(i => $"r'{i}"),
            pages.SelectMany(page => page.Values).Select(entity => entity.RowKey));
        Assert.Null(pages[^1].ContinuationToken);

        query = Table.QueryAsync<TableEntity>(cancellationToken: Token);
        var resumed = await query.AsPages(pages[0].ContinuationToken).ToListAsync(Token);
        Assert.Equal(
            ["r'3", "r'4", "r'5", "r'6"], resumed.SelectMany(page => page.Values).Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task Page_holds_at_most_a_thousand_entities()
    {
        var actions = Enumerable.Range(0, 1_005).Select(i =>
            new TableTransactionAction(TableTransactionActionType.Add, Entity("p", $"{i:d4}")));
        foreach (var chunk in actions.Chunk(100)) await Table.SubmitTransactionAsync(chunk, Token);
        var pages = await Table.QueryAsync<TableEntity>(cancellationToken: Token).AsPages().ToListAsync(Token);
        Assert.Equal([1_000, 5], pages.Select(page => page.Values.Count));
    }

    [Fact]
    public async Task Query_with_a_selection_returns_only_the_selected_properties()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)), Token);
        var read = Assert.Single(
            await Table.QueryAsync<TableEntity>("A eq 1", select: ["B"], cancellationToken: Token).ToListAsync(Token));
        Assert.Equal((null, 2), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Theory]
    [InlineData("PartitionKey eq")]
    [InlineData("PartitionKey like 'a'")]
    [InlineData("(PartitionKey eq 'a'")]
    public async Task Invalid_filter_is_refused(string filter) =>
        await RefusedAsync(400, "InvalidInput", () => QueryAsync(filter));
}
