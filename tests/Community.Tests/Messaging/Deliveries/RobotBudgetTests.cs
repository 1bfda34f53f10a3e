using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class RobotBudgetTests
{
    static readonly Gen<(DeliveryPriority Priority, int Seconds)> Requests =
        from priority in Gen.Elements(Enum.GetValues<DeliveryPriority>())
        from seconds in Gen.Frequency((9, Gen.Choose(0, 2)), (1, Gen.Choose(0, 150)))
        select (priority, seconds);

    [Theory]
    [Seeds(1, 20261120)]
    public void Calendar_minute_gets_at_most_the_messages_that_the_robot_may_send(ulong seed) =>
        Reserve(seed, bookings => Assert.All(
            bookings.CountBy(booking => booking.At.UtcTicks / TimeSpan.TicksPerMinute),
            minute => Assert.InRange(minute.Value, 1, RobotBudget.MessagesPerMinute)));

    [Theory]
    [Seeds(1, 20261120)]
    public void Message_is_never_sent_before_it_is_requested(ulong seed) =>
        Reserve(seed, bookings => Assert.All(
            bookings,
            booking => Assert.True(booking.At >= booking.Now, booking.ToString())));

    [Theory]
    [Seeds(1, 20261120)]
    public void Messages_of_one_priority_are_sent_in_the_order_of_their_requests(ulong seed) =>
        Reserve(seed, bookings => Assert.All(
            bookings.GroupBy(booking => booking.Priority),
            priority => Assert.Equal(
                priority.Select(booking => booking.At).Order(), priority.Select(booking => booking.At))));

    [Theory]
    [Seeds(1, 20261120)]
    public void Message_never_waits_for_messages_of_another_priority(ulong seed) => Reserve(seed, bookings =>
    {
        foreach (var priority in bookings.GroupBy(booking => booking.Priority))
        {
            var alone = new RobotBudget();
            foreach (var booking in priority)
            {
                (alone, var at) = alone.Reserve(booking.Priority, booking.Now);
                Assert.Equal(at, booking.At);
            }
        }
    });

    [Theory]
    [InlineData(0, false)]
    [InlineData(17, false)]
    [InlineData(18, true)] // seed 44 of the simulation: late messages of one minute and those of the next were 21
    [InlineData(90, true)]
    public void Booked_place_is_missed_when_its_minute_is_over(int seconds, bool missed) =>
        Assert.Equal(
            missed,
            RobotBudget.IsMissed(Instants.Evening.AddSeconds(42), Instants.Evening.AddSeconds(42 + seconds)));

    [Theory]
    [InlineData(DeliveryPriority.Sale, 5)]
    [InlineData(DeliveryPriority.Ordinary, 13)]
    [InlineData(DeliveryPriority.Push, 2)]
    public void First_message_without_a_place_is_sent_at_the_start_of_the_next_minute(
        DeliveryPriority priority, int places)
    {
        var now = Instants.Evening.AddSeconds(42);
        var budget = new RobotBudget();
        for (var place = 0; place < places; place++)
        {
            (budget, var at) = budget.Reserve(priority, now);
            Assert.Equal(now, at);
        }

        Assert.Equal(Instants.Evening.AddMinutes(1), budget.Reserve(priority, now).At);
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Waiting_messages_of_one_priority_have_different_instants(ulong seed) =>
        Reserve(seed, bookings => Assert.All(
            bookings.Where(booking => booking.At > booking.Now).CountBy(booking => (booking.Priority, booking.At)),
            instant => Assert.Equal(1, instant.Value)));

    [Fact]
    public void Request_of_a_late_clock_gets_a_place_in_the_minute_that_is_being_filled()
    {
        var (ahead, _) = new RobotBudget().Reserve(DeliveryPriority.Ordinary, Instants.Evening.AddMinutes(1));

        var (after, at) = ahead.Reserve(DeliveryPriority.Ordinary, Instants.Evening.AddSeconds(59));

        Assert.Equal(Instants.Evening.AddMinutes(1).AddSeconds(1), at);
        Assert.Equal(2, after.Ordinary.Booked);
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Budget_that_a_fast_clock_wrote_delays_no_message_when_the_clock_is_right(ulong seed) =>
        Property.CheckSequences(seed, Requests, requests =>
        {
            var (budget, now) = (new RobotBudget(), Instants.Evening.AddYears(1));
            foreach (var (priority, seconds) in requests)
            {
                now = now.AddSeconds(seconds);
                (budget, _) = budget.Reserve(priority, now);
            }

            var (_, at) = budget.Reserve(DeliveryPriority.Ordinary, Instants.Evening);

            Assert.Equal(Instants.Evening, at);
        });

    static void Reserve(ulong seed, Action<IReadOnlyList<Booking>> assert) =>
        Property.CheckSequences(seed, Requests, requests =>
        {
            List<Booking> bookings = [];
            var (budget, now) = (new RobotBudget(), Instants.Evening);
            foreach (var (priority, seconds) in requests)
            {
                now = now.AddSeconds(seconds);
                (budget, var at) = budget.Reserve(priority, now);
                bookings.Add(new Booking(priority, now, at));
            }

            assert(bookings);
        });

    sealed record Booking(DeliveryPriority Priority, DateTimeOffset Now, DateTimeOffset At);
}
