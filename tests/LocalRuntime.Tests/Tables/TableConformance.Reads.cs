using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    [Fact]
    public async Task Reading_a_missing_entity_is_refused() =>
        await RefusedAsync(404, TableErrorCode.ResourceNotFound.ToString(), () => ReadAsync("p", "r"));

    [Fact]
    public async Task Reading_if_it_exists_returns_whether_it_does()
    {
        var absent = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token);
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        var present = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token);

        Assert.False(absent.HasValue);
        Assert.Equal(404, absent.GetRawResponse().Status);
        Assert.Equal("r", present.Value!.RowKey);
    }

    [Fact]
    public async Task Selection_returns_only_the_selected_properties()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)), Token);
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r", ["RowKey", "B"], Token)).Value;
        Assert.Equal((null, 2, "r"), (read.GetInt32("A"), read.GetInt32("B"), read.RowKey));
    }

    [Fact]
    public async Task Every_type_is_read_as_it_was_written()
    {
        var guest = new Guest
        {
            PartitionKey = "p",
            RowKey = "r",
            Name = "quote ' 𠮷 \" \\ \n",
            Age = int.MinValue,
            Points = long.MaxValue,
            Weight = 0.1 + 0.2,
            Vegan = true,
            JoinedAt = new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567),
            LeftAt = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
            Badge = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            Photo = [0, 255, 7],
            Voice = BinaryData.FromBytes([1, 2]),
            Mood = Mood.Glad,
            Nickname = "n",
            Unstored = "u",
        };
        await Table.AddEntityAsync(guest, Token);
        var read = (await Table.GetEntityAsync<Guest>("p", "r", cancellationToken: Token)).Value;

        Assert.Equal(
            (guest.Name, guest.Age, guest.Points, guest.Weight, guest.Vegan, guest.JoinedAt, guest.LeftAt),
            (read.Name, read.Age, read.Points, read.Weight, read.Vegan, read.JoinedAt, read.LeftAt));
        Assert.Equal((guest.Badge, guest.Mood, "n"), (read.Badge, read.Mood, read.Nickname));
        Assert.Equal((null, null, null), (read.Floor, read.Later, read.Unstored));
        Assert.Equal(guest.Photo, read.Photo);
        Assert.Equal(guest.Voice.ToArray(), read.Voice!.ToArray());
        Assert.Equal(DateTimeKind.Utc, read.LeftAt!.Value.Kind);
    }

    [Fact]
    public async Task Class_stores_every_property_with_a_value_that_is_not_ignored()
    {
        var joined = DateTimeOffset.UnixEpoch;
        await Table.AddEntityAsync(
            new Guest { PartitionKey = "p", RowKey = "r", Name = "a", Unstored = "u", JoinedAt = joined }, Token);
        var read = await ReadAsync("p", "r");
        Assert.Equal("Calm", read.GetString("Mood"));
        Assert.DoesNotContain(read.Keys, name => name is "Unstored" or "Nickname" or "Floor" or "ETag");
    }

    [Fact]
    public async Task Doubles_stay_doubles_when_they_are_whole_or_not_a_number()
    {
        await Table.AddEntityAsync(
            Entity("p", "r", ("Whole", 3d), ("Small", -0.5), ("Huge", double.MaxValue), ("None", double.NaN)), Token);
        var read = await ReadAsync("p", "r");
        Assert.Equal(
            (3d, -0.5, double.MaxValue), (read.GetDouble("Whole"), read.GetDouble("Small"), read.GetDouble("Huge")));
        Assert.Equal(double.NaN, read.GetDouble("None"));
    }

    [Fact]
    public async Task Reading_a_property_as_another_type_throws()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1)), Token);
        var read = await ReadAsync("p", "r");
        Assert.Throws<InvalidOperationException>(() => read.GetString("A"));
    }
}
