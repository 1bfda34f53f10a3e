using Community.Platform;
using Community.Selling.Conversions;

namespace Community.Tests.Selling.Conversions;

public class ConversionRulesTests
{
    static readonly DateTimeOffset Before = SampleConversion.WarmUpAt.AddMinutes(-30);
    static readonly DateTimeOffset Selling = SampleConversion.LinkAt.AddMinutes(10);

    public static TheoryData<string, ConversionStep> Fields => new()
    {
        { "warmUp.at", ConversionStep.WarmUp },
        { "warmUp.topic", ConversionStep.WarmUp },
        { "warmUp.poll", ConversionStep.WarmUp },
        { "linkAt", ConversionStep.Link },
        { "drive", ConversionStep.Link },
        { "copy.high", ConversionStep.Link },
        { "product.name", ConversionStep.Link },
        { "product.url", ConversionStep.Link },
        { "product.priceMinor", ConversionStep.Link },
        { "lastCallAt", ConversionStep.LastCall },
        { "lastCall", ConversionStep.LastCall },
        { "product.quantity", ConversionStep.Closing },
        { "closesAt", ConversionStep.Closing },
        { "closing", ConversionStep.Closing },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Terms_of_a_step_that_has_not_begun_can_change(string field, ConversionStep step)
    {
        var conversion = step is ConversionStep.WarmUp ? SampleConversion.Planned : SampleConversion.Until(step - 1);

        var outcome = SampleConversion.Rules.Given(conversion).When(
            new ConversionCommand.Edit(
                Changed(field), "小王", conversion.BegunSteps.Count == 0 ? Before : conversion.BegunSteps[^1].At));

        Assert.Empty(Changed(field).ChangesFrom(outcome.State.Terms));
        var noted = Assert.Single(outcome.Events.OfType<ConversionEvent.EditRecorded>()).Edit;
        Assert.Equal("小王", noted.Author);
        Assert.StartsWith($"{field}: ", noted.Description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Terms_of_a_step_that_has_begun_cannot_change(string field, ConversionStep step)
    {
        var conversion = SampleConversion.Until(step);

        var refused = Refused(
            SampleConversion.Rules.Given(conversion).When(
                new ConversionCommand.Edit(Changed(field), "小王", SampleConversion.Terms.PlannedAt(step)!.Value)));

        Assert.Equal(RefusalKind.Conflict, refused.Kind);
    }

    [Fact]
    public void An_edit_without_a_change_is_a_repeat_even_after_the_end() =>
        SampleConversion.Rules.Given(SampleConversion.Until(ConversionStep.Closing)).When(
            new ConversionCommand.Edit(SampleConversion.Terms with { }, "小王", SampleConversion.ClosesAt)).ThenNothing();

    [Theory]
    [InlineData(-1, "linkAt")] // before the warm-up
    [InlineData(10, "warmUp.at")] // less than a day after it
    [InlineData(25.5, "closesAt")] // after the end
    [InlineData(24.5, "")]
    public void Instants_stay_in_order(double hoursAfterWarmUp, string field)
    {
        var wanted = SampleConversion.Terms with
        {
            LinkAt = SampleConversion.WarmUpAt.AddHours(hoursAfterWarmUp),
            ClosesAt = SampleConversion.WarmUpAt.AddHours(25.25),
            LastCallAt = SampleConversion.WarmUpAt.AddHours(25.1),
        };

        var outcome = SampleConversion.Rules.Given(SampleConversion.Planned).When(
            new ConversionCommand.Edit(wanted, "小王", SampleConversion.WarmUpAt.AddHours(-2)));

        if (field.Length == 0) Assert.Equal(wanted, outcome.State.Terms);
        else Assert.Equal(field, Refused(outcome).Field);
    }

    [Fact]
    public void A_reason_overrides_the_rule_of_24_to_48_hours()
    {
        var near = SampleConversion.Terms with { LinkAt = SampleConversion.WarmUpAt.AddHours(3) };

        Assert.Equal("warmUp.at", near.InstantFault?.Field);
        Assert.Null((near with { WarmUp = near.WarmUp with { OverrideReason = "今晚就卖" } }).InstantFault);
        var far = SampleConversion.Terms with
        {
            LinkAt = SampleConversion.WarmUpAt.AddHours(49),
            LastCallAt = null,
            LastCall = null,
            ClosesAt = SampleConversion.WarmUpAt.AddHours(50),
        };
        Assert.Equal("warmUp.at", far.InstantFault?.Field);
    }

    [Fact]
    public void An_instant_that_passed_cannot_be_asked_for() =>
        Assert.Equal("closesAt", Refused(SampleConversion.Rules.Given(
            SampleConversion.Until(ConversionStep.LastCall)).When(
            new ConversionCommand.Edit(
                SampleConversion.Terms with { ClosesAt = SampleConversion.LastCallAt.AddMinutes(1) },
                "小王",
                SampleConversion.LastCallAt.AddMinutes(2)))).Field);

    [Fact]
    public void Texts_are_checked_when_they_are_changed() =>
        Assert.Equal(
            "closing",
            Refused(
                SampleConversion.Rules.Given(SampleConversion.Planned).When(
                    new ConversionCommand.Edit(
                        SampleConversion.Terms with { Closing = "{nobody}" }, "小王", Before))).Field);

    [Fact]
    public void Hold_resume_cancel_and_sell_out_are_noted_once()
    {
        var selling = SampleConversion.Until(ConversionStep.Link);
        var held = SampleConversion.Rules.Given(selling).When(new ConversionCommand.Hold("小王", Selling));
        Assert.Equal(ConversionState.Held, held.State.State);
        held.When(new ConversionCommand.Hold("小李", Selling)).ThenNothing();

        var resumed = held.When(new ConversionCommand.Resume(null, "小李", Selling));
        Assert.Equal(ConversionState.Selling, resumed.State.State);
        resumed.When(new ConversionCommand.Resume(MissedSteps.Skip, "小李", Selling)).ThenNothing();

        var sold = resumed.When(new ConversionCommand.SellOut("shop", Selling));
        sold.When(new ConversionCommand.SellOut("shop", Selling)).ThenNothing();

        var cancelled = sold.When(new ConversionCommand.Cancel("小王", Selling));
        Assert.Equal((ConversionState.Cancelled, 4), (cancelled.State.State, cancelled.State.Changes));
        cancelled.When(new ConversionCommand.Cancel("小王", Selling)).ThenNothing();
        Assert.Equal(RefusalKind.Conflict, Refused(cancelled.When(new ConversionCommand.Hold("小王", Selling))).Kind);
    }

    [Fact]
    public void Nothing_is_sold_out_before_the_link() =>
        Assert.Equal(
            RefusalKind.Conflict,
            Refused(
                SampleConversion.Rules.Given(
                    SampleConversion.Until(ConversionStep.WarmUp)).When(
                        new ConversionCommand.SellOut("小王", Before))).Kind);

    [Fact]
    public void Resume_after_a_missed_instant_requires_run_or_skip()
    {
        var held = SampleConversion.Rules.Given(
            SampleConversion.Until(ConversionStep.WarmUp),
            new ConversionEvent.Held(SampleConversion.LinkAt.AddHours(-1)));

        Assert.Equal("missed", Refused(held.When(new ConversionCommand.Resume(null, "小王", Selling))).Field);
        var skipped = held.When(new ConversionCommand.Resume(MissedSteps.Skip, "小王", Selling)).State;
        Assert.Equal([ConversionStep.Link], skipped.SkippedSteps);
        Assert.Empty(held.When(new ConversionCommand.Resume(MissedSteps.Run, "小王", Selling)).State.SkippedSteps);
    }

    [Fact]
    public void A_conversion_with_the_maximum_of_changes_can_still_be_cancelled()
    {
        var changed = SampleConversion.Until(ConversionStep.Link) with { Changes = ConversionRules.MaxChanges };

        Assert.Equal(
            RefusalKind.Conflict,
            Refused(SampleConversion.Rules.Given(changed).When(new ConversionCommand.Hold("小王", Selling))).Kind);
        Assert.Equal(
            ConversionState.Cancelled,
            SampleConversion.Rules.Given(changed).When(new ConversionCommand.Cancel("小王", Selling)).State.State);
    }

    static ConversionTerms Changed(string field) => field switch
    {
        "warmUp.at" =>
            SampleConversion.Terms with
            {
                WarmUp = SampleConversion.Terms.WarmUp with { At = SampleConversion.WarmUpAt.AddMinutes(-10) },
            },
        "warmUp.topic" =>
            SampleConversion.Terms with { WarmUp = SampleConversion.Terms.WarmUp with { Topic = "换个话题" } },
        "warmUp.poll" => SampleConversion.Terms with { WarmUp = SampleConversion.Terms.WarmUp with { Poll = ["白茶"] } },
        "linkAt" => SampleConversion.Terms with { LinkAt = SampleConversion.LinkAt.AddMinutes(10) },
        "drive" => SampleConversion.Terms with { Drive = PurchaseDrive.Pain },
        "copy.high" => SampleConversion.Terms with { Copy = SampleConversion.Terms.Copy with { High = "新 {link}" } },
        "product.name" => SampleConversion.Terms with { Product = SampleConversion.Tea with { Name = "普洱" } },
        "product.url" =>
            SampleConversion.Terms with { Product = SampleConversion.Tea with { Url = "https://shop.example/p/2" } },
        "product.priceMinor" => SampleConversion.Terms with { Product = SampleConversion.Tea with { PriceMinor = 1 } },
        "product.quantity" => SampleConversion.Terms with { Product = SampleConversion.Tea with { Quantity = 5 } },
        "lastCallAt" => SampleConversion.Terms with { LastCallAt = SampleConversion.LastCallAt.AddMinutes(10) },
        "lastCall" => SampleConversion.Terms with { LastCall = "快点 {link}" },
        "closesAt" => SampleConversion.Terms with { ClosesAt = SampleConversion.ClosesAt.AddMinutes(10) },
        _ => SampleConversion.Terms with { Closing = "再见" },
    };

    static Refusal Refused(Decider<ConversionCommand, Conversion, ConversionEvent>.Outcome outcome) =>
        Assert.IsType<ConversionEvent.Refused>(Assert.Single(outcome.Events)).Refusal;
}
