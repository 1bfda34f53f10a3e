using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

public class PushGuardsTests
{
    [Theory]
    [InlineData(GroupState.Planned, false)]
    [InlineData(GroupState.Open, true)]
    [InlineData(GroupState.Full, true)]
    [InlineData(GroupState.Closed, true)]
    [InlineData(GroupState.Dissolving, false)]
    [InlineData(GroupState.Dissolved, false)]
    public void Push_goes_to_groups_that_have_members_and_stay(GroupState state, bool allowed) =>
        Assert.Equal(
            allowed, Decide(Request(At(0, 10)), OpenGroup with { State = state }) is PushDecision.Allow);

    [Fact]
    public void Paused_group_gets_nothing_and_the_reason_names_the_causes() =>
        AssertSkipped(
            PushGuard.Paused,
            "品牌暂停、本群正在处理危机",
            Decide(Request(At(0, 10)), OpenGroup with { Pauses = [PushPause.Crisis, PushPause.Brand] }));

    [Fact]
    public void Third_message_of_a_day_is_the_last()
    {
        AssertAllowed(Decide(Request(At(0, 15)), After(Entry(0, 9), Entry(0, 11))));
        AssertSkipped(
            PushGuard.PerDay, "3 条", Decide(Request(At(0, 15)), After(Entry(0, 9), Entry(0, 11), Entry(0, 13))));
        AssertAllowed(Decide(Request(At(1, 9)), After(Entry(0, 9), Entry(0, 11), Entry(0, 13))));
    }

    [Fact]
    public void Day_is_that_of_the_brands_time_zone()
    {
        // 00:30 and 23:00 of Tuesday in Shanghai are two days in UTC.
        var wholeDay = Limits with { WindowStart = new TimeOnly(0, 0), WindowEnd = new TimeOnly(23, 59), PerDay = 1 };

        AssertSkipped(PushGuard.PerDay, "1 条", Decide(Request(At(1, 23)), After(Entry(1, 0, 30)), wholeDay));
        AssertAllowed(Decide(Request(At(1, 0, 30)), After(Entry(0, 22)), wholeDay));
    }

    [Fact]
    public void Twelfth_message_of_seven_days_is_the_last()
    {
        // Three on each of four days from Tuesday on.
        PushHistoryEntry[] twelve = [.. Enumerable.Range(1, 4).SelectMany(ThreeOn)];

        AssertSkipped(PushGuard.PerWeek, "12 条", Decide(Request(At(7, 10)), After(twelve)));
        AssertAllowed(Decide(Request(At(7, 10)), After(twelve[1..])));
        AssertAllowed(Decide(Request(At(8, 10)), After(twelve)));
    }

    [Fact]
    public void Messages_of_the_next_days_count_for_the_week_too()
    {
        PushHistoryEntry[] twelve = [.. Enumerable.Range(1, 4).SelectMany(ThreeOn)];

        AssertSkipped(PushGuard.PerWeek, "12 条", Decide(Request(At(0, 10)), After(twelve)));
        AssertAllowed(Decide(Request(At(-3, 10)), After(twelve)));
    }

    [Theory]
    [InlineData(-90, true)]
    [InlineData(-89, false)]
    [InlineData(0, false)]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Push_is_90_minutes_from_the_messages_before_and_after(int minutes, bool allowed)
    {
        var decision = Decide(Request(At(0, 12).AddMinutes(minutes)), After(Entry(0, 12)));

        if (allowed) AssertAllowed(decision);
        else AssertSkipped(PushGuard.Spacing, "和 12:00 的消息间隔不到 90 分钟", decision);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-1, false)]
    public void Message_that_went_out_seconds_late_does_not_keep_the_next_one_back(int seconds, bool allowed)
    {
        var late = Entry(0, 12) with { At = At(0, 12).AddSeconds(2) };

        var decision = Decide(Request(At(0, 12).AddMinutes(90).AddSeconds(seconds)), After(late));

        Assert.Equal(allowed, decision is PushDecision.Allow);
    }

    [Fact]
    public void Messages_of_sales_count_for_the_quotas()
    {
        var sale = Entry(0, 10, kind: null) with { IsSale = true, ContentId = null };

        AssertSkipped(PushGuard.Spacing, "10:00", Decide(Request(At(0, 11)), After(sale)));
        AssertSkipped(
            PushGuard.PerDay, "1 条", Decide(Request(At(0, 15)), After(sale), Limits with { PerDay = 1 }));
    }

    [Fact]
    public void Twentieth_tap_of_an_owner_is_the_last()
    {
        var group = OpenGroup with { CostsTap = true };

        AssertAllowed(Decide(Request(At(0, 10)), group with { OwnerTaps = 19 }));
        AssertSkipped(PushGuard.OwnerTaps, "20 次", Decide(Request(At(0, 10)), group with { OwnerTaps = 20 }));
        AssertAllowed(Decide(Request(At(0, 10)), group with { OwnerTaps = 20, CostsTap = false }));
    }

    [Fact]
    public void Blackout_lasts_from_the_warm_up_up_to_the_closing()
    {
        var group = OpenGroup with { Blackouts = [new Blackout("tea", At(0, 10), At(2, 20))] };
        var attached = Request(At(1, 10)) with { ConversionId = "tea" };

        AssertAllowed(Decide(Request(At(0, 9, 59)), group));
        AssertSkipped(PushGuard.Blackout, "tea", Decide(Request(At(0, 10)), group));
        AssertSkipped(PushGuard.Blackout, "tea", Decide(Request(At(2, 19, 59)), group));
        AssertAllowed(Decide(Request(At(2, 20)), group));
        AssertAllowed(Decide(attached, group));
        AssertSkipped(PushGuard.Blackout, "tea", Decide(attached with { ConversionId = "coffee" }, group));
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(30, 29, false)]
    [InlineData(30, 30, true)]
    [InlineData(0, 0, true)]
    public void Item_comes_again_after_its_interval_of_local_days(int reuseDays, int later, bool allowed)
    {
        var used = Entry(0, 20) with { ContentId = "item" };
        var request = Request(At(later, 10)) with { ReuseDays = reuseDays };

        Assert.Equal(allowed ? null : PushGuard.Reuse, Decide(request, After(used)).Guard);
    }

    [Fact]
    public void Interval_counts_from_the_planned_date_of_a_push_that_was_sent_late()
    {
        var sentLate = Entry(1, 10) with { ContentId = "item", PlannedDate = Monday };

        AssertAllowed(Decide(Request(At(1, 20)) with { ReuseDays = 1 }, After(sentLate)));
    }

    [Fact]
    public void Push_waits_for_room_in_the_channel_within_its_lateness()
    {
        var (noon, evening) = (new ChannelRoom(At(0, 12)), new ChannelRoom(At(0, 12).AddTicks(1)));

        Assert.Equal(
            new PushDecision.Postpone(At(0, 12), PushGuard.Channel),
            Decide(Request(At(0, 10)), OpenGroup with { Channel = noon }));
        AssertSkipped(
            PushGuard.Channel, "额度", Decide(Request(At(0, 10)), OpenGroup with { Channel = evening }));
        AssertAllowed(Decide(Request(At(0, 12)), OpenGroup with { Channel = noon }));
    }

    [Fact]
    public void Push_that_is_in_the_history_already_does_not_count_twice()
    {
        var request = Request(At(0, 10));
        var group = OpenGroup with { History = OpenGroup.History.Add(request.ToEntry(Zone)) };

        AssertAllowed(Decide(request, group, Limits with { PerDay = 1, PerWeek = 1 }));
    }

    static IEnumerable<PushHistoryEntry> ThreeOn(int day) => [Entry(day, 9), Entry(day, 11), Entry(day, 13)];
}
