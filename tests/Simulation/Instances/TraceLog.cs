using System.Globalization;
using Microsoft.Extensions.Logging;
using Simulation.Runs;

namespace Simulation.Instances;

/// <summary>Adds the warnings and errors that the app logs to the trace.</summary>
sealed class TraceLog(World world, int number) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var reason = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message.Split('\n')[0]})";
        world.Trace.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"instance {number} logs {logLevel}: {TraceText.WithoutMilliseconds(formatter(state, exception))}"
                + $"{reason}"));
        if (world.Trace.IsKept && exception is not null)
            world.Trace.AddDetail(exception.ToString());
    }

    public void Dispose()
    {
        // nothing is held
    }
}
