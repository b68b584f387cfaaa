using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Calls the post-scan hooks, off the exchange's path. They hold the body and the generation until they return.</summary>
internal sealed class PostScanStep(ScanLanes lanes, PluginInvoker invoker)
{
    public void Start(ScanWork work, InspectionRequest request, Generation generation, Decision decision)
    {
        foreach (var hook in generation.PostScanHooks)
        {
            if (!generation.TryAddReference())
            {
                return;
            }

            work.AddUser();
            _ = RunAsync(new Job(invoker, hook, work, request, decision) { FaultKey = work.FaultKey }, work, generation);
        }
    }

    private async Task RunAsync(Job job, ScanWork work, Generation generation)
    {
        try
        {
            await lanes.RunAsync(job, CancellationToken.None);
        }
        catch (OperationCanceledException) when (!job.Started)
        {
            // The lanes are stopped; the call was never made.
            work.EndUse();
        }
        finally
        {
            generation.Release();
        }
    }

    // As with a scan, the body's share ends when the thread leaves the job: a hook that only was too slow must not keep it for ever.
    private sealed class Job(PluginInvoker invoker, PluginPart<IPostScanHook> hook, ScanWork work, InspectionRequest request, Decision decision) : LaneJob
    {
        private volatile bool _started;

        public bool Started => _started;

        protected override void Run(ScanLane lane)
        {
            _started = true;
            try
            {
                Call(lane);
            }
            finally
            {
                work.EndUse();
            }
        }

        private void Call(ScanLane lane)
        {
            var body = work.Document!.Body;
            var call = new PluginCall(hook.Plugin, "post_scan") { Lane = lane, BodyBytes = body.Length };
            invoker.PostScan(call, hook.Part, new PostScanContext
            {
                Request = request.Request,
                Result = decision.Scan,
                Body = body.Span,
                Provider = request.Provider,
                Model = decision.Model,
                Session = decision.Session,
            });
        }
    }
}
