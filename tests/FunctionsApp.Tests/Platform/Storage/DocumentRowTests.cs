using System.Text.Json;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

public sealed class DocumentRowTests(AzuriteFixture azurite)
{
    const int ColumnLength = 32_768;

    [Theory]
    [InlineData(0)]
    [InlineData(ColumnLength)]
    [InlineData(ColumnLength + 1)]
    [InlineData((2 * ColumnLength) - 1)]
    [InlineData(DocumentRow.MaxLength)]
    public void Json_of_any_length_up_to_the_limit_is_read_as_written(int length)
    {
        // An odd start puts a surrogate pair across the end of each column.
        var json = (length % 2 == 0 ? "" : "a") + string.Concat(Enumerable.Repeat("🍵", length / 2));

        var row = new DocumentRow { Json = json };

        Assert.Equal(json, row.Json);
        Assert.DoesNotContain(Columns(row), column => char.IsHighSurrogate(column.LastOrDefault()));
        Assert.All(Columns(row), column => Assert.InRange(column.Length, 0, ColumnLength));
    }

    [Fact]
    public void Json_over_the_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new DocumentRow { Json = new string('a', DocumentRow.MaxLength + 1) });

    [Fact]
    public async Task Long_document_is_stored_and_read() => await CheckLongDocumentAsync(InMemoryStorage.NewTables());

    [Fact]
    public async Task Long_document_is_stored_and_read_over_HTTP()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        await CheckLongDocumentAsync(new TableServiceClient(await azurite.ConnectionStringAsync()));
    }

    [Theory]
    [InlineData("🍵", 2)]
    [InlineData("茶", 1)]
    [InlineData("\"", 2)]
    public void Stored_text_takes_as_many_characters_as_it_needs(string character, int characters)
    {
        var json = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat(character, 480)), StoredJson.Options);

        Assert.Equal((480 * characters) + 2, json.Length);
    }

    [Theory]
    [InlineData("🍵\"\\\n\t\u0001</茶>")]
    [InlineData("👨‍👩‍👧‍👦\u2028\ue000")]
    public void Stored_text_is_read_as_written(string text) => Assert.Equal(
        text,
        JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text, StoredJson.Options), StoredJson.Options));

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() => Assert.Equal(
        "a\ufffd🍵",
        JsonSerializer.Deserialize<string>(
            JsonSerializer.Serialize("a\ud83c🍵", StoredJson.Options), StoredJson.Options));

    static async Task CheckLongDocumentAsync(TableServiceClient service)
    {
        var table = new CatalogTable(service, OptimisticRetry.InRealTime);
        await table.EnsureAsync(TestContext.Current.CancellationToken);
        var text = "a" + string.Concat(Enumerable.Repeat("🍵茶", 50_000));
        var partition = $"p{Guid.NewGuid():N}";

        await table.CommitAsync(Row.Put(partition, "r", text));
        Assert.Equal(text, (await table.FindAsync<string>(partition, "r"))!.Value);
        await table.CommitAsync(Row.Put(partition, "r", "short"));

        Assert.Equal("short", (await table.FindAsync<string>(partition, "r"))!.Value);
    }

    static string[] Columns(DocumentRow row) =>
    [
        .. new[] { row.Document, row.Document2, row.Document3, row.Document4, row.Document5 }.OfType<string>(),
    ];
}
