namespace Community.Tests;

/// <summary>Reads a rule as a sentence: <c>Given(state, events).When(command).Then(events)</c>.</summary>
sealed class Decider<TCommand, TState, TEvent>(
    Func<TCommand, TState, IReadOnlyList<TEvent>> decide, Func<TState, TEvent, TState> evolve)
{
    /// <summary>Starts from the state after the events.</summary>
    public Scenario Given(TState state, params TEvent[] happened) => new(this, happened.Aggregate(state, evolve));

    public sealed record Scenario(Decider<TCommand, TState, TEvent> Rules, TState State)
    {
        public Outcome When(TCommand command)
        {
            var events = Rules.Decide(command, State);
            return new Outcome(Rules, events, events.Aggregate(State, Rules.Evolve));
        }
    }

    /// <summary>The events of a command and the state after them.</summary>
    public sealed record Outcome(Decider<TCommand, TState, TEvent> Rules, IReadOnlyList<TEvent> Events, TState State)
    {
        /// <summary>Asserts that the command caused exactly these events.</summary>
        public Outcome Then(params TEvent[] expected)
        {
            Assert.Equal(expected, Events);
            return this;
        }

        /// <summary>Asserts that the command caused no event.</summary>
        public Outcome ThenNothing() => Then();

        /// <summary>Decides another command on the state after the events.</summary>
        public Outcome When(TCommand command) => new Scenario(Rules, State).When(command);
    }

    IReadOnlyList<TEvent> Decide(TCommand command, TState state) => decide(command, state);

    TState Evolve(TState state, TEvent happened) => evolve(state, happened);
}
