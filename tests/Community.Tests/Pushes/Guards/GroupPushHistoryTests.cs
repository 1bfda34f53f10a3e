using System.Text.Json;
using Community.Content;
using Community.Pushes.Guards;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

public class GroupPushHistoryTests
{
    [Fact]
    public void Entry_of_the_same_key_is_replaced()
    {
        var later = Entry(0, 10) with { At = At(0, 11) };

        Assert.Equal([later], History(Entry(0, 10), later).Entries);
    }

    [Fact]
    public void Removed_message_leaves_no_trace()
    {
        var history = History(Entry(0, 10), Entry(0, 12)).Remove(Entry(0, 10).Key);

        Assert.Equal([Entry(0, 12)], history.Entries);
        Assert.Null(history.DateWithin(Entry(0, 10).ContentId!, Monday, reuseDays: 30));
    }

    [Fact]
    public void Item_of_a_message_older_than_14_days_is_remembered_with_its_last_date()
    {
        var (first, second) = (Entry(0, 10), Entry(1, 10) with { ContentId = Entry(0, 10).ContentId });

        var history = History(first, second).Trim(At(15, 10).AddTicks(1));

        Assert.Empty(history.Entries);
        Assert.Equal([new ContentUse(first.ContentId!, Monday.AddDays(1), 30)], history.Uses);
    }

    [Fact]
    public void Message_of_exactly_14_days_ago_is_kept() =>
        Assert.Equal([Entry(0, 10)], History(Entry(0, 10)).Trim(At(14, 10)).Entries);

    [Fact]
    public void What_a_fast_clock_wrote_is_dropped()
    {
        var ahead = Entry(365, 10);
        var history = History(ahead, Entry(7, 10)) with { Uses = [new ContentUse("item", Monday.AddDays(365), 30)] };

        var trimmed = history.Trim(At(0, 10));

        Assert.Equal([Entry(7, 10)], trimmed.Entries);
        Assert.Empty(trimmed.Uses);
    }

    [Fact]
    public void Uses_whose_interval_is_over_are_dropped_before_others()
    {
        var over = new ContentUse("over", Monday.AddDays(-1), 1);
        var uses = Enumerable.Range(0, GroupPushHistory.MaxUses)
            .Select(index => new ContentUse($"item-{index}", Monday.AddDays(-index - 2), 400))
            .ToList();

        var trimmed = new GroupPushHistory { Uses = [over, .. uses] }.Trim(At(0, 10));

        Assert.Equal(uses, trimmed.Uses);
    }

    [Fact]
    public void Each_list_of_the_largest_history_fits_in_one_property_of_a_row()
    {
        const int MaxCharacters = 32_000;
        var id = new string('x', 37);
        var history = new GroupPushHistory();
        for (var message = 0; message < 500; message++)
        {
            var at = At(0, 0).AddHours(message);
            history = history.Add(new PushHistoryEntry(
                $"push-{id[..32]}{message}", at, Monday, ContentKind.Promotion, $"{message:000}{id}", 365));
        }

        history = history.Trim(At(14, 0));

        Assert.Equal(GroupPushHistory.MaxEntries, history.Entries.Count);
        Assert.Equal(GroupPushHistory.MaxUses, history.Uses.Count);
        Assert.InRange(JsonSerializer.Serialize(history.Entries, JsonSerializerOptions.Web).Length, 1, MaxCharacters);
        Assert.InRange(JsonSerializer.Serialize(history.Uses, JsonSerializerOptions.Web).Length, 1, MaxCharacters);
    }

    [Fact]
    public void History_is_the_same_after_json()
    {
        var history = History(Entry(0, 10), Entry(20, 10)).Trim(At(20, 10));

        var read = JsonSerializer.Deserialize<GroupPushHistory>(JsonSerializer.Serialize(history));

        Assert.Equal(history.Entries, read!.Entries);
        Assert.Equal(history.Uses, read.Uses);
    }
}
