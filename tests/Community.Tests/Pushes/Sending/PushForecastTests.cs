using Community.Content;
using Community.Pushes.Draws;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using Community.Tests.Content;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Sending;

public sealed class PushForecastTests
{
    static readonly ContentDraw Draw = new(ContentKind.Useful, []);

    // Minutes of a week, and whether the push draws its item.
    static readonly Gen<IReadOnlyList<DuePush>> Weeks = Gen.Choose(0, 7 * 24 * 60)
        .Zip(Gen.Elements("tea-1", "tea-2", "tea-3", "sale", null))
        .ListOf()
        .Select(IReadOnlyList<DuePush> (slots) =>
            [.. slots.DistinctBy(slot => slot.Item1).Select(slot => Due(slot.Item1, slot.Item2))]);

    [Fact]
    public void Push_is_sent_with_its_item_and_a_second_within_the_interval_is_not()
    {
        var forecast = PushForecast.Play([Due(Minute(0, 10), "tea-1"), Due(Minute(1, 10), "tea-1")], Facts());

        Assert.Equal("tea-1", forecast[0].Item!.Id);
        Assert.Equal(PushGuard.Reuse, Assert.IsType<PushOutcome.Skip>(forecast[1].Outcome).Reason.Guard);
    }

    [Fact]
    public void Push_before_the_window_waits_until_it_opens()
    {
        var forecast = Assert.Single(PushForecast.Play([Due(Minute(0, 8), "tea-1")], Facts()));

        Assert.Equal((At(0, 9), "tea-1"), (forecast.At, forecast.Item!.Id));
    }

    [Fact]
    public void Draw_takes_another_item_each_time_and_finds_none_at_last()
    {
        var forecast = PushForecast.Play(
            Enumerable.Range(0, 4).Select(day => Due(Minute(day, 10), contentId: null)), Facts());

        Assert.Equal(["tea-1", "tea-2", "tea-3"], forecast.Take(3).Select(push => push.Item!.Id).Order());
        Assert.Equal(PushSkipCause.NoContent, Assert.IsType<PushOutcome.Skip>(forecast[3].Outcome).Reason.Cause);
    }

    [Theory]
    [InlineData("draft", "素材尚未审核通过")]
    [InlineData("expired", "素材已过期")]
    [InlineData("nothing", "素材不存在")]
    public void Item_that_cannot_be_sent_is_skipped_with_its_reason(string content, string reason)
    {
        var forecast = Assert.Single(PushForecast.Play([Due(Minute(0, 10), content)], Facts()));

        var skip = Assert.IsType<PushOutcome.Skip>(forecast.Outcome).Reason;
        Assert.Equal((PushSkipCause.ContentNotValid, reason), (skip.Cause, skip.Reason));
    }

    [Fact]
    public void Pushes_of_a_paused_plan_are_skipped()
    {
        var due = Due(Minute(0, 10), "tea-1") with { IsPlanPaused = true };

        var skip = Assert.IsType<PushOutcome.Skip>(Assert.Single(PushForecast.Play([due], Facts())).Outcome);

        Assert.Equal(PushGuard.Paused, skip.Reason.Guard);
    }

    [Theory]
    [InlineData("tea", true)]
    [InlineData("coffee", false)]
    [InlineData(null, false)]
    public void Slot_that_refers_to_a_conversion_passes_its_blackout(string? conversion, bool isSent)
    {
        var facts = Facts() with
        {
            Situation = OpenGroup with { Blackouts = [new Blackout("tea", At(0, 9), At(1, 9))] },
        };
        var due = Due(Minute(0, 10), "tea-1") with { ConversionId = conversion };

        Assert.Equal(isSent, Assert.Single(PushForecast.Play([due], facts)).Item is not null);
    }

    [Fact]
    public void Taps_of_the_owner_count_by_local_day()
    {
        var facts = Facts() with
        {
            Situation = OpenGroup with { CostsTap = true },
            Limits = Limits with { OwnerTapsPerDay = 1 },
        };

        var forecast = PushForecast.Play(
            [Due(Minute(0, 10), "tea-1"), Due(Minute(0, 14), "tea-2"), Due(Minute(1, 10), "tea-3")], facts);

        Assert.Equal([true, false, true], forecast.Select(push => push.Item is not null));
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Playing_pushes_one_by_one_gives_what_was_forecast(ulong seed) =>
        Property.Check(seed, Weeks, week =>
        {
            var forecast = PushForecast.Play(week, Facts());

            Assert.Equal(week.Count, forecast.Count);
            var facts = Facts();
            foreach (var expected in forecast)
            {
                var due = week.Single(push => push.Push.Id == expected.Push.Id);
                var outcome = PushEvaluation.Evaluate(due, facts, expected.At);
                Assert.Equal(expected.Outcome.GetType(), outcome.GetType());
                if (outcome is PushOutcome.Send send)
                {
                    Assert.Equal(expected.Item!.Id, send.Item.Id);
                    facts = facts.After(send, expected.At);
                }
            }
        });

    static int Minute(int day, int hour) => ((day * 24) + hour) * 60;

    static DuePush Due(int minute, string? contentId)
    {
        var at = At(0, 0).AddMinutes(minute);
        var push = new Push($"vip-1~{minute}", "daily", "s1", "vip-1", at, at, TimeSpan.FromHours(2), contentId);
        return new DuePush(push, Draw, IsPlanPaused: false);
    }

    static PushFacts Facts()
    {
        ContentItem[] items =
        [
            Item("tea-1"), Item("tea-2"), Item("tea-3"), Item("sale", ContentKind.Promotion),
            Item("draft") with { State = ContentState.Draft, ApprovedAt = null },
            Item("expired", validUntil: At(0, 9)),
        ];
        var library = new PushLibrary(items.ToDictionary(item => item.Id, item => new PushContent(item)));
        return new PushFacts(OpenGroup, Limits, Zone, library, new Dictionary<DateOnly, int>());
    }

    static ContentItem Item(
        string id, ContentKind kind = ContentKind.Useful, DateTimeOffset? validUntil = null)
    {
        var draft = SampleContent.Draft();
        return draft with
        {
            Id = id,
            Body = draft.Body with { Kind = kind, ValidFrom = null, ValidUntil = validUntil, ReuseDays = 30 },
            State = ContentState.Approved,
            ApprovedAt = At(-10, 9),
        };
    }
}
