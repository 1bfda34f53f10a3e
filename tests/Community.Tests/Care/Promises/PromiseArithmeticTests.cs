using Community.Care.Promises;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Care.Promises.SamplePromises;

namespace Community.Tests.Care.Promises;

/// <summary>Properties of the numbers of promises.</summary>
public class PromiseArithmeticTests
{
    static readonly Gen<PromiseKind> Kinds = Gen.Elements(PromiseKind.Learning, PromiseKind.Service);

    static readonly Gen<string[]> Members = Gen.SubListOf("u1", "u2", "u3").Select(members => members.ToArray());

    // Keys repeat, and a key always has the same content.
    static readonly Gen<PromiseCommand.Deliver> Deliveries =
        from key in Gen.Choose(1, 12)
        from members in Members
        select Deliver($"{key}-{string.Join('-', members)}", key * 7, 1 + (key % 3), members);

    static readonly Gen<(PromiseKind Kind, int Quantity, PromiseCommand.Deliver[] Deliveries)> Cases =
        from kind in Kinds
        from quantity in Gen.Choose(1, 6)
        from deliveries in Deliveries.ArrayOf()
        select (kind, quantity, deliveries);

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Delivered_is_never_above_promised_and_extras_are_the_rest(ulong seed) =>
        Property.Check(seed, Cases, sample =>
        {
            var state = Run(State(sample.Kind, sample.Quantity), sample.Deliveries);
            var figures = FiguresOf(state, hours: 60);

            Assert.InRange(figures.Delivered, 0, figures.Promised);
            Assert.Equal(state.Progress.Amount, figures.Delivered + figures.Extras);
            Assert.True(figures.Extras == 0 || figures.Delivered == figures.Promised);
            Assert.Equal(state.Progress.IsDelivered, figures.Delivered == figures.Promised);
        });

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Order_of_deliveries_makes_no_difference_and_repeats_count_once(ulong seed) =>
        Property.Check(seed, Cases, sample =>
        {
            var start = State(sample.Kind, sample.Quantity);
            var once = Run(start, sample.Deliveries.DistinctBy(deliver => deliver.Delivery.Key));

            Assert.Equal(Counts(once), Counts(Run(start, sample.Deliveries)));
            Assert.Equal(Counts(once), Counts(Run(start, sample.Deliveries.Reverse())));
            Assert.Equal(Counts(once), Counts(Run(once, sample.Deliveries)));
        });

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Unit_that_is_late_stays_late_and_more_deliveries_do_not_take_away(ulong seed) =>
        Property.Check(seed, Cases, sample =>
        {
            var (state, late) = (State(sample.Kind, sample.Quantity), 0);
            foreach (var deliver in sample.Deliveries.OrderBy(deliver => deliver.At))
            {
                var after = Run(state, [deliver]);
                Assert.True(after.Progress.Amount >= state.Progress.Amount);
                var figures = FiguresOf(after, (deliver.At - At).TotalHours);
                Assert.True(figures.Late >= late);
                (state, late) = (after, figures.Late);
            }

            Assert.True(FiguresOf(state, hours: 500).Late >= late);
        });

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Mean_lies_between_the_lowest_and_the_highest_score(ulong seed) =>
        Property.Check(seed, Gen.Choose(1, 5).Zip(Gen.Choose(1, 6)).ArrayOf(), answers =>
        {
            var state = Run(State(), [Deliver("a")]);
            Dictionary<int, int> scores = [];
            foreach (var (score, member) in answers)
            {
                int? earlier = scores.TryGetValue(member, out var known) ? known : null;
                state = PromiseRules.Decide(Answer(score, earlier: earlier), state)
                    .Aggregate(state, PromiseRules.Evolve);
                scores[member] = score;
            }

            var gain = GainFigures.Of([state.Progress]);
            Assert.Equal((scores.Count, scores.Values.Sum()), (gain.Answered, gain.Scores));
            Assert.Equal(scores.Count == 0, gain.Mean is null);
            if (gain.Mean is { } mean) Assert.InRange(mean, scores.Values.Min(), scores.Values.Max());
        });

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Members_who_answer_twice_count_once_and_answers_are_never_above_asked(ulong seed) =>
        Property.Check(seed, Gen.Choose(1, 5).Zip(Gen.Choose(1, 9)).ArrayOf(), answers =>
        {
            var state = Run(State(), [Deliver("a")]);
            Dictionary<(int Member, bool IsOfPage), int> scores = [];
            foreach (var (score, person) in answers)
            {
                var source = (person / 2, person % 2 == 0);
                int? earlier = scores.TryGetValue(source, out var known) ? known : null;
                state = Run(state, [Answer(score, earlier: earlier, isOfPage: source.Item2)]);
                scores[source] = score;
            }

            var (gain, twice) = (GainFigures.Of([state.Progress]), GainFigures.Of([state.Progress, state.Progress]));
            Assert.InRange(gain.Answered, 0, scores.Keys.Select(source => source.Member).Distinct().Count());
            Assert.InRange(gain.Answered, 0, gain.Asked);
            Assert.Equal(PartOf(isOfPage: true), gain.OnPage);
            Assert.Equal(PartOf(isOfPage: false), gain.ByStaff);
            Assert.True(gain.Counted == gain.OnPage || gain.Counted == gain.ByStaff);
            Assert.Equal((2 * gain.Asked, gain.Counted + gain.Counted), (twice.Asked, twice.Counted));

            GainAnswers PartOf(bool isOfPage)
            {
                var part = scores.Where(entry => entry.Key.IsOfPage == isOfPage).Select(entry => entry.Value).ToList();
                return new GainAnswers(part.Count, part.Sum());
            }
        });

    static UnitState Run(UnitState state, IEnumerable<PromiseCommand> commands) => commands.Aggregate(
        state, (before, command) => PromiseRules.Decide(command, before).Aggregate(before, PromiseRules.Evolve));

    static (int Amount, DateTimeOffset? DeliveredAt, int Calls) Counts(UnitState state) =>
        (state.Progress.Amount, state.Progress.DeliveredAt, state.Deliveries.Count);

    static PromiseFigures FiguresOf(UnitState state, double hours) => PromiseFigures.Of(
        Promise(state.Kind, state.Unit), [state.Progress], At.AddHours(hours));
}
