using Rehearsal.People;

namespace Rehearsal.Tests.People;

public class PersonDrawsTests
{
    const int People = 20_000;

    [Fact]
    public void Choice_follows_from_seed_person_and_name_alone()
    {
        var draws = new PersonDraws(7);
        draws.Next(3, "something else");

        Assert.Equal(new PersonDraws(7).Next(4, "joins"), draws.Next(4, "joins"));
        Assert.NotEqual(new PersonDraws(8).Next(4, "joins"), draws.Next(4, "joins"));
        Assert.NotEqual(draws.Next(4, "joins"), draws.Next(5, "joins"));
        Assert.NotEqual(draws.Next(4, "joins"), draws.Next(4, "leaves"));
    }

    // Stored rehearsals keep their people as long as this value stays.
    [Fact]
    public void Draws_of_a_seed_stay_the_same() =>
        Assert.Equal(0.9167664242348329, new PersonDraws(1).Next(1, "joins"), 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Draws_are_uniform(int seed)
    {
        var draws = Enumerable.Range(0, People).Select(person => new PersonDraws(seed).Next(person, "joins")).ToList();

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
        for (var tenth = 0; tenth < 10; tenth++)
            Assert.InRange(draws.Count(draw => (int)(draw * 10) == tenth), People * 0.09, People * 0.11);
    }

    [Fact]
    public void Choices_of_one_person_are_independent()
    {
        var draws = new PersonDraws(1);
        var both = Enumerable.Range(0, People)
            .Count(person => draws.Chooses(person, "joins", 0.3) && draws.Chooses(person, "buys", 0.3));

        Assert.InRange(both, People * 0.08, People * 0.10);
    }

    [Fact]
    public void Mean_of_delays_is_as_asked()
    {
        var draws = new PersonDraws(1);
        var hours = Enumerable.Range(0, People)
            .Average(person => draws.Delay(person, "comes", TimeSpan.FromHours(5)).TotalHours);

        Assert.InRange(hours, 4.9, 5.1);
    }
}
