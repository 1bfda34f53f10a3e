using Community.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>
/// The same joins of people with several identities, told in many orders and with repeats, end in the same standings.
/// </summary>
public sealed class IdentityOrderTests
{
    static readonly string[] Members = ["a1", "a2", "a3", "b1", "b2", "c1"];

    [Theory]
    [InlineData(1)]
    [InlineData(20261126)]
    public async Task Order_of_joins_and_union_ids_does_not_affect_the_standings(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 25; run++)
        {
            var joins = Enumerable.Range(0, random.Next(2, 9)).Select(_ => AnyJoin(random)).ToArray();
            var isForNewcomers = random.Next(2) == 0;
            var expected = await PlayAsync(joins, isForNewcomers);
            for (var order = 0; order < 4; order++)
            {
                var shuffled = joins.Concat(joins.Take(random.Next(3))).ToArray();
                random.Shuffle(shuffled);
                Assert.Equal(expected, await PlayAsync(shuffled, isForNewcomers));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20261127)]
    public async Task Person_gives_at_most_one_credit_for_all_identities(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 25; run++)
        {
            var joins = Enumerable.Range(0, random.Next(2, 9)).Select(_ => AnyJoin(random));
            var all = joins.Concat(Members.Select(member => new Join(member, null, 90, UnionOf(member)))).ToArray();
            random.Shuffle(all);
            var scenario = await NewAsync(isForNewcomers: false);
            foreach (var join in all) await join.PlayAsync(scenario);

            var people = Members.Select(member => member[0]).Distinct().Count();
            var standings = await StandingsAsync(scenario);
            Assert.InRange(standings.Sum(standing => standing.Credits), 0, people);
        }
    }

    static Join AnyJoin(Random random)
    {
        var member = Members[random.Next(Members.Length)];
        var inviter = random.Next(4) == 0 ? null : Members[random.Next(Members.Length)];
        return new Join(member, inviter, random.Next(6), random.Next(2) == 0 ? UnionOf(member) : null);
    }

    static string UnionOf(string member) => $"union-{member[0]}";

    static Task<StandingScenario> NewAsync(bool isForNewcomers) =>
        StandingScenario.CreateAsync(new FailingStore().Service, campaign => campaign with
        {
            NewcomersOnly = isForNewcomers,
        });

    static async Task<string> PlayAsync(IEnumerable<Join> joins, bool isForNewcomers)
    {
        var scenario = await NewAsync(isForNewcomers);
        foreach (var join in joins) await join.PlayAsync(scenario);
        var lines = (await StandingsAsync(scenario))
            .Where(standing => standing.Joins > 0)
            .Select(standing => $"{standing.MemberId}: {standing.Credits} {standing.UnderReview} {standing.Refused}");
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    static async Task<IReadOnlyList<Standing>> StandingsAsync(StandingScenario scenario) =>
        (await scenario.Standings.PageAsync("spring", 100, continuation: null)).Items;

    sealed record Join(string Member, string? Inviter, int Minute, string? UnionId)
    {
        public Task PlayAsync(StandingScenario scenario) =>
            scenario.JoinAsync(Member, Inviter, Minute, unionId: UnionId);
    }
}
