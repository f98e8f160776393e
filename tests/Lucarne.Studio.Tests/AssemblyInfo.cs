// Tests kill the ffmpeg processes of this process: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
