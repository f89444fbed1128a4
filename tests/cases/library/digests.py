# hashlib and hmac: all guaranteed algorithms, BLAKE2 with its parameters, errors.
# modes: auto
import hashlib, hmac, io
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for data in (b"", b"abc", b"a" * 63, b"b" * 64, b"c" * 127, b"d" * 128, b"e" * 129, bytes(range(256)) * 5):
    for name in sorted(hashlib.algorithms_guaranteed):
        h = hashlib.new(name, data)
        print(name, h.name, h.digest_size, h.block_size, h.hexdigest(20) if name.startswith("shake") else h.hexdigest())
h = hashlib.sha256(); h.update(b"hello "); g = h.copy(); h.update(b"world"); g.update(b"there")
print(h.hexdigest(), g.hexdigest(), h.digest() == hashlib.sha256(b"hello world").digest(), repr(h)[:8], h.hexdigest())
for f in (lambda: hashlib.md5("a"), lambda: hashlib.md5(3), lambda: hashlib.new("zork"), lambda: hashlib.new("SHA256", b"x").hexdigest(), lambda: hashlib.md5(string=b"x").hexdigest(), lambda: hashlib.md5(bytearray(b"x")).hexdigest(), lambda: hashlib.md5(memoryview(b"x")).hexdigest(), lambda: hashlib.sha1(b"x", usedforsecurity=False).hexdigest(), lambda: hashlib.shake_128(b"a").hexdigest(5), lambda: hashlib.shake_256(b"a").digest(0), lambda: sorted(hashlib.algorithms_guaranteed)):
    t(f)
for f in (lambda: hashlib.blake2b(b"x", digest_size=16).hexdigest(), lambda: hashlib.blake2b(b"x", key=b"k", salt=b"s", person=b"p").hexdigest(), lambda: hashlib.blake2s(b"x" * 200, digest_size=5, key=b"key" * 5, salt=b"12345678", person=b"p").hexdigest(), lambda: hashlib.blake2b(b"x", fanout=2, depth=3, leaf_size=4096, node_offset=1, node_depth=0, inner_size=64, last_node=True).hexdigest(), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(digest_size=0), lambda: hashlib.blake2b(salt=b"x" * 17), lambda: hashlib.blake2s(key=b"x" * 33), lambda: hashlib.blake2b(b"", person=b"x" * 17), lambda: (hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.SALT_SIZE), lambda: hashlib.blake2b().name):
    t(f)
t(lambda: hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest()); t(lambda: hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()); t(lambda: hashlib.pbkdf2_hmac("sha1", b"pw", b"salt", 3, 45).hex())
m = hmac.new(b"key", b"msg", "sha256"); m.update(b"more"); print(m.hexdigest(), m.name, m.digest_size, m.block_size, m.copy().hexdigest() == m.hexdigest())
print(hmac.new(b"k" * 100, b"m", hashlib.md5).hexdigest(), hmac.digest(b"k", b"m", "sha1").hex(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"bc"))
for f in (lambda: hmac.new("k", b"m", "md5"), lambda: hmac.new(b"k", b"m"), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.compare_digest("é", "é")): t(f)
# expect: blake2b blake2b 64 128 786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce
# expect: blake2s blake2s 32 64 69217a3079908094e11121d042354a7c1f55b6482ca1a51e1b250dfd1ed0eef9
# expect: md5 md5 16 64 d41d8cd98f00b204e9800998ecf8427e
# expect: sha1 sha1 20 64 da39a3ee5e6b4b0d3255bfef95601890afd80709
# expect: sha224 sha224 28 64 d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f
# expect: sha256 sha256 32 64 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
# expect: sha384 sha384 48 128 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
# expect: sha3_224 sha3_224 28 144 6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7
# expect: sha3_256 sha3_256 32 136 a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a
# expect: sha3_384 sha3_384 48 104 0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004
# expect: sha3_512 sha3_512 64 72 a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26
# expect: sha512 sha512 64 128 cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
# expect: shake_128 shake_128 0 168 7f9c2ba4e88f827d616045507605853ed73b8093
# expect: shake_256 shake_256 0 136 46b9dd2b0ba88d13233b3feb743eeb243fcd52ea
# expect: blake2b blake2b 64 128 ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923
# expect: blake2s blake2s 32 64 508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982
# expect: md5 md5 16 64 900150983cd24fb0d6963f7d28e17f72
# expect: sha1 sha1 20 64 a9993e364706816aba3e25717850c26c9cd0d89d
# expect: sha224 sha224 28 64 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7
# expect: sha256 sha256 32 64 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
# expect: sha384 sha384 48 128 cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7
# expect: sha3_224 sha3_224 28 144 e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf
# expect: sha3_256 sha3_256 32 136 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532
# expect: sha3_384 sha3_384 48 104 ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25
# expect: sha3_512 sha3_512 64 72 b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0
# expect: sha512 sha512 64 128 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
# expect: shake_128 shake_128 0 168 5881092dd818bf5cf8a3ddb793fbcba74097d5c5
# expect: shake_256 shake_256 0 136 483366601360a8771c6863080cc4114d8db44530
# expect: blake2b blake2b 64 128 95b7074f4b31630682bd4d24d20d02627e82fb244bf59720f1c22c754e649262614c06596ef63ec3064100ff33aac540b1093be43e5fd0e0325f8f9ad2315913
# expect: blake2s blake2s 32 64 9a4267618070af968ff2a0fdaecc62b5c15ab91cb4a56424ba9fcad20aab417c
# expect: md5 md5 16 64 b06521f39153d618550606be297466d5
# expect: sha1 sha1 20 64 03f09f5b158a7a8cdad920bddc29b81c18a551f5
# expect: sha224 sha224 28 64 1d4e051f4d6fed2a63fd2421e65834cec00d64456553de3496ae8b1d
# expect: sha256 sha256 32 64 7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34
# expect: sha384 sha384 48 128 7e7f097e95b52bb8f53383450ecaf9868187c130981730c03b6d573adfc0b991e365244e5b4bfa082bfb43c517d37120
# expect: sha3_224 sha3_224 28 144 d61b5dbf7d4071336166769cf7d247904aa615027f9e8212e3cc76f4
# expect: sha3_256 sha3_256 32 136 552b1c47d42b5591c4d191324be3a567d8f054dfed89eefa6674eaf3dec9ad86
# expect: sha3_384 sha3_384 48 104 a8c17ce6122392dc4b9b5e2609942388924f21e3648117b016de7813908831cb947d9bffabd0cd66d2d0e5d79f0344c2
# expect: sha3_512 sha3_512 64 72 eea4cd9c5bf7c7693e128e692dee3adf4240e3530d181e94142ce7327a20e597c37f1b0ca53319b72e3eff24d6f256ff62f5f30f55456bd2e4dbaf62c8c6a2b4
# expect: sha512 sha512 64 128 c1b0f5c6d3b03dfe4a2602e67242f54e344090b66e01100a469b129f583f016c7e27dddeaa438393dcc7ec54b0b57c9ba7af007f9b56db5f6fb677d972a31362
# expect: shake_128 shake_128 0 168 d048010487205a089d500e46ca64e24ad8784499
# expect: shake_256 shake_256 0 136 e694cfef64f59f9cb7f59af156d1a485989cb715
# expect: blake2b blake2b 64 128 1b1cd975d4f1eefd164962271d45430bd40fcbe07f9d8a9f273b4948b3ba2a94c5a6d79b393452dfa41312e6411d43360832493d1a71c7b17d20c3f59c243d1f
# expect: blake2s blake2s 32 64 a3e5abf306bb2ba2540c9c346adeecf2b7f65351f457c63abca6f603f875ef7a
# expect: md5 md5 16 64 0b649bcb5a82868817fec9a6e709d233
# expect: sha1 sha1 20 64 9d682ff9a7018603023176b8c12926c6a15510ee
# expect: sha224 sha224 28 64 f5e4e8152a4eb0a196a069423ae19bf7f9fb806c1f36a09277472525
# expect: sha256 sha256 32 64 a0fab1377f49a759b57f63318262ebe89fabfc990e8e93ceac2984561482b9d4
# expect: sha384 sha384 48 128 68a8e9d2ab2da22e2ac8aa8f79c1746f8d0e313d3f81f5a02dcf87a7578bd7552c4b472b56278fb298fb69f3fab10c5c
# expect: sha3_224 sha3_224 28 144 e261250a63ed1cba099c8db7ec382441f90358727b9f34458abac016
# expect: sha3_256 sha3_256 32 136 f3ba0a3807d8d4c4ad6290bd7b845e6f27df2498542f2178b6d8bae77aa52089
# expect: sha3_384 sha3_384 48 104 74c5ca04d930af798a299a58387034197f1ecfda0f28c7418f801b094b1f68df0ff035e91cb66f70acee52d457cbca85
# expect: sha3_512 sha3_512 64 72 f2de93f990e5483ce27c7e5cbf4580ce4deec32d701ab377a17d8e0fb86f080a1c2455c1cafe38fc91ed81072316fdda8b21cbeb356782d8cdd485516d83d6cc
# expect: sha512 sha512 64 128 596d7eacfe120df2e44d09a1b45fededbd63dc14fde972b6618a67104cbd6cc9e31e819b8baf6572beec97e6cd01c106d2a3e432a5f266a5a4468a59e2e74a28
# expect: shake_128 shake_128 0 168 6c33f097503508b171e5cd1cbeb811d0637792cc
# expect: shake_256 shake_256 0 136 4e690dca109c9b944b3bd593864070fa0b25eea2
# expect: blake2b blake2b 64 128 50adb4191e08278f454819a99f4feb5ae77309a4b47ff82111fb0600e94711148b091c69f2939511b907aa995e4b62aa61d62e38af16593f7a6479bdc8559db0
# expect: blake2s blake2s 32 64 c260c142e65315cdce03a6f69be07f96151e5100983feca139244c9124384e80
# expect: md5 md5 16 64 727aaf0199575ea205a4f28ca832372a
# expect: sha1 sha1 20 64 ad4486c09af7dc6d21520c41118b8a211bdfd822
# expect: sha224 sha224 28 64 acc08560d8976020a052798efbbb4d1a1a5a56381d6f674f824b1592
# expect: sha256 sha256 32 64 206a328766b880d7580945a9ec921264bea21b2c5bd83e3237c4eff2a1bb4307
# expect: sha384 sha384 48 128 70e40e7d9a7e435e68f8008626a97175631b2c12693f131cd56557b15d866c24bbb0948dfa1b7220f79d441879584795
# expect: sha3_224 sha3_224 28 144 5fe5db2f88ce19a93add910d351b3f40f82ad1639eea21a1a0fb9056
# expect: sha3_256 sha3_256 32 136 b2cd486a3f9588a5649628f7f18da5daa3c9d1a16355db9fe2b7af2a8c591a8f
# expect: sha3_384 sha3_384 48 104 410601cad826b2ebf347e0f8bf76354c0b3cb355d397ea08aa4026256291d3fed5d0bc2f398f040cd304f4c527c417ef
# expect: sha3_512 sha3_512 64 72 b8528151e1a747e59138969d9eb20696e8ad8e325d322ff27da948f6bf3af153a876ca98edbe210c85d3bc70959de7080f486c80405d9f8b9fb4e9996c1515e6
# expect: sha512 sha512 64 128 0f9d1ae89709cbfd900a53947d3e873864bd7e3c6b5024ca80fa2b4691b21b634db79a41a006f9abca20b4943ddeb3b3a68b0cd3c3858d17e69af8e702487a6e
# expect: shake_128 shake_128 0 168 3f310669eab6d3fae3f0a08c3e0ea064315d405d
# expect: shake_256 shake_256 0 136 cbc5b4c6cba2728da3ebc376ba3c5a2b23326b6b
# expect: blake2b blake2b 64 128 62a2fddb4da6845ceb748700c8faf0c55167af1fedd97dcbdae181cb5d3c685918625d13211aeb9c4933268d6af9bf88d5d9d461bed4dbb9ce9db5100d1cf242
# expect: blake2s blake2s 32 64 ccad88cb7e2e802d93fd0207f3184c1f64b7ca1a466a37989b0e7b1fba4e9aa3
# expect: md5 md5 16 64 5b10d5dfa012efa979fcf8f231af164c
# expect: sha1 sha1 20 64 acb9dd4fdb4f4a08814caea9e97210ebaecbd300
# expect: sha224 sha224 28 64 acf7ba648714e5676bbcd1fa73da828418168987f51516e50dadf016
# expect: sha256 sha256 32 64 313b12776b3e879ea9b3fc3c552ad0027813fca83e8d1aa1d03ef883f6639e69
# expect: sha384 sha384 48 128 7b3dd9599f70866952203d577464657945e0d2b9f3f5e17833f48d1f4bac3d57c6e7acbbf26860263699b702525b5e3f
# expect: sha3_224 sha3_224 28 144 db5c0cbe9e6e29cd057086ddbcfd28a2b34a41b7d244467aca01cde4
# expect: sha3_256 sha3_256 32 136 e446415f3be8186d84b714bbdb7652715cd50d393261c4cb0d97236228611b28
# expect: sha3_384 sha3_384 48 104 fde574f94f18e526cff7ab6fb6f3591b8c75a26624e895dc7fbe6a5423b1dd7a10b02e04fa36063abe87301ee97796a1
# expect: sha3_512 sha3_512 64 72 ea0bbbc5a195eb62e0c48ce550cf978678ea5619ae5b2267e82355857e5d825a3af4931229d8318b132f929fa460fd464a7ef1abfc8ce2e52a517eb9e21fcd4b
# expect: sha512 sha512 64 128 827c5983237d44fb2cceff465ae87aca418848ee27b2df51ddc40e9ec1b8f9e3c5659fc96cd2e3449a483a6f2889beff73f8ac59a98e38fdffe30dc3f09e1073
# expect: shake_128 shake_128 0 168 a311ee2354b149e495123ba5ce71595c0f69cb94
# expect: shake_256 shake_256 0 136 daf063b603040726ad2b14ccc5cb183796ae31cc
# expect: blake2b blake2b 64 128 b86fb5d0ba2cc62fb5c305f447f01e03c03135d1e2626698f887065d11775030d62539e06cef39cb5beff5fafec3c33e25a35720ed8d64512ab51054a68e6451
# expect: blake2s blake2s 32 64 dd1742d3621b51b7a4752b668436d61ec9caad4928516148173010c8b91c3a0b
# expect: md5 md5 16 64 45604d9eefe3d5130d8d0c3d13b969f5
# expect: sha1 sha1 20 64 f01f0cf0fd501b0c7ab6d800a7e6361454ec8515
# expect: sha224 sha224 28 64 f79f18d4508ee06bed3d33fc1c49b5f61461454de8a951d6184dcf0e
# expect: sha256 sha256 32 64 1b37f21da67b4af2eadf5786f25ab1e4a3e0c68ac748f1a1de2c097ee0858629
# expect: sha384 sha384 48 128 3ddbd57021f3a9377713d866945a53250425e04f1e83cce5df925ba300676fb5c806d0ce63972ff420f8f7d172624e84
# expect: sha3_224 sha3_224 28 144 fba40ee19d0da1fdb89ff944ca5ac2179737e6e18598383ffcd8b3b1
# expect: sha3_256 sha3_256 32 136 b1fbc15183cc6b8f3411bd17d9af64516dbabc5e0163bf9920e4f762010d6ff5
# expect: sha3_384 sha3_384 48 104 7d81823d62a72065b4031e3a211fe7257441ad72d9593215ab7c93294fc679170445d2e64b75d6a63778b20c34cc3776
# expect: sha3_512 sha3_512 64 72 d261939e3bcdd878cdb9929c3669d7c920130ad958469233b403d1cee1445007260d6987138e44cf6ff48dbdc26e0e48c854c85c4ca71a7e6bbcf49707cd0cc6
# expect: sha512 sha512 64 128 900a2b25acf1e1367bbfe32a257bf283219dd0c0f6189af7a6086279d96fffd411ce6a33026698cfb8da83dec781a016772f401731f1ded92f342fcd59da74ad
# expect: shake_128 shake_128 0 168 4d1e11319ccee66fa7129de33bc76bd32d758054
# expect: shake_256 shake_256 0 136 989cedad26aa99a60fd796430b2c6749490985b2
# expect: blake2b blake2b 64 128 a86b784c748f990b998e6d30d71e20cc95228d2b08dd85e29f63e4de8d8839bdf935f4291537af5014fe44c0b578a073e4c9217c7b05542d0c450784c30bac8a
# expect: blake2s blake2s 32 64 52ea240758fbbcd27c605dfb70ef0957c9009335d6d0a8d60d219e611ba2e23f
# expect: md5 md5 16 64 82829f1f3f2bb0f18b25f278e5bba8bd
# expect: sha1 sha1 20 64 e37a04cb2353309f5cff4ee036cfb91a5e31cefd
# expect: sha224 sha224 28 64 e2e07ef955598bf865c30a5dca2ac6af0711cf7b28d37f58a81acef3
# expect: sha256 sha256 32 64 d414b085826eb06778483ba35564dc849e643359f69ed9747878ba6e54985bed
# expect: sha384 sha384 48 128 f5943b1fe9e4b5bd3b45c83ef1e748f5e0f095f405a67d11a37016e5e908a4c5033bf084186d1e352db6fdda24dda58c
# expect: sha3_224 sha3_224 28 144 e1321750c0ef5fa9da5bd1365729ec1c5b96fc6cd6bad5f96335b544
# expect: sha3_256 sha3_256 32 136 fe0ff504c79e251aedec1e83dd99637b93650f1a1505310acd4e77b034ffdfca
# expect: sha3_384 sha3_384 48 104 639fc387df4061a4886cd365d3b3b4b3311f69c93870aa7183cc8486d187ed741483e25f72514ef5848ce181778b4cb2
# expect: sha3_512 sha3_512 64 72 6ee10bf28b3305d7f545e6c6fd82325b169f623a21b43371abbd26365d759f3a3db3c4873216332671130837152cca791b65e5cd869cbd58bbdd0284db3cce3c
# expect: sha512 sha512 64 128 c93f55ccf2fa8c82699ff9b58afe3591242b135d908a6d865e17e38adb41c21d1d5359e51273036373d54d20b5659cc87e6e7b381ff027d33f971416cc590f90
# expect: shake_128 shake_128 0 168 202d2b7f2a288cd16aa85afe2d1304ae30308fee
# expect: shake_256 shake_256 0 136 659caab86e1f7e53f20d7bc0c80eddce3f51c4dc
# expect: b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9 12998c017066eb0d2a70b94e6ed3192985855ce390f321bbdb832022888bd251 True <sha256  b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: ValueError unsupported hash type zork
# expect: 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
# expect: 9dd4e461268c8034f5c8564e155c67a6
# expect: 9dd4e461268c8034f5c8564e155c67a6
# expect: 9dd4e461268c8034f5c8564e155c67a6
# expect: 11f6ad8ec52a2984abaafd7c3b516503785c2072
# expect: 85c8de88d2
# expect: b''
# expect: ['blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'sha512', 'shake_128', 'shake_256']
# expect: 442a44457137672b3218c1007dc8f76a
# expect: c88f8d657d036d11c78c851abd2f51a2ba8ae9389d2c246125a76dd508a4663eb49271ccd33660f3f63e76c744fc60ca725ce5139aac538a9bea177a9b744360
# expect: 849dee6c53
# expect: 54b1fc54d18607ef91a1514b2ecbbaaa4cc86429a06936154d4fa5b8a7e38fe28b8f196c2cb101b4ea1d6e2d4681d6340d5c6268f4b052c0f7745c5e0efbe6ad
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: ValueError digest_size must be between 1 and 32 bytes
# expect: ValueError maximum salt length is 16 bytes
# expect: ValueError maximum key length is 32 bytes
# expect: ValueError maximum person length is 16 bytes
# expect: (64, 8)
# expect: blake2b
# expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
# expect: 72aecd14244887c316e24019c7e020b58888f029861490804d36e20b42d9321a
# expect: b095208e7496b1a485a5dbe9532b318591fa266c167912590f36eb387421a28bb53021a2461e301823f02b0e76
# expect: 56277391f0e13a8161eb8f80df5e038b1f69b9802841859ed75c503581ae9245 hmac-sha256 32 64 True
# expect: 42b30474e1d3e8c54f2060cc0b35bf27 772b71c8a2997e768be01d9711e4a4f34a24ef33 True False
# expect: TypeError key: expected bytes or bytearray, but got 'str'
# expect: TypeError Missing required parameter 'digestmod'.
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError comparing strings with non-ASCII characters is not supported
