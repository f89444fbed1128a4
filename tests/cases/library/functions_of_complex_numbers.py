# cmath: all functions, with infinities, NaN, zeros with signs and what is too large.
# modes: auto
import cmath, random, math
r=random.Random(3)
vals=[0.0,-0.0,1.0,-2.5,1e-5,1e308,math.inf,-math.inf,math.nan,710.0]
zs=[complex(a,b) for a in vals for b in vals]+[complex(r.uniform(-3,3),r.uniform(-3,3)) for _ in range(25)]
for f in (cmath.sqrt,cmath.exp,cmath.log,cmath.log10,cmath.sin,cmath.cos,cmath.tan,cmath.asin,cmath.acos,cmath.atan,cmath.sinh,cmath.cosh,cmath.tanh,cmath.asinh,cmath.acosh,cmath.atanh,cmath.phase,cmath.polar,cmath.isnan,cmath.isinf,cmath.isfinite):
    for z in zs:
        try: print(f.__name__,z,f(z))
        except Exception as e: print(f.__name__,z,type(e).__name__,e)
for a in vals:
    for b in vals:
        try: print("rect",a,b,cmath.rect(a,b))
        except Exception as e: print("rect",a,b,type(e).__name__,e)
print(cmath.isclose(1,1+1e-10),cmath.isclose(1,2),cmath.pi,cmath.e,cmath.tau,cmath.inf,cmath.nan,cmath.infj,cmath.nanj,cmath.log(8,2),cmath.sqrt(-1),cmath.exp(1j*cmath.pi))
for f in (lambda: cmath.sqrt("a"),lambda: cmath.sqrt([]),lambda: cmath.sqrt(2),lambda: cmath.sqrt(True),lambda: cmath.isclose(1,1,rel_tol=-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
# expect: sqrt 0j 0j
# expect: sqrt -0j -0j
# expect: sqrt 1j (0.7071067811865476+0.7071067811865475j)
# expect: sqrt -2.5j (1.118033988749895-1.118033988749895j)
# expect: sqrt 1e-05j (0.00223606797749979+0.00223606797749979j)
# expect: sqrt 1e+308j (7.071067811865475e+153+7.071067811865475e+153j)
# expect: sqrt infj (inf+infj)
# expect: sqrt -infj (inf-infj)
# expect: sqrt nanj (nan+nanj)
# expect: sqrt 710j (18.841443681416774+18.84144368141677j)
# expect: sqrt (-0+0j) 0j
# expect: sqrt (-0-0j) -0j
# expect: sqrt (-0+1j) (0.7071067811865476+0.7071067811865475j)
# expect: sqrt (-0-2.5j) (1.118033988749895-1.118033988749895j)
# expect: sqrt (-0+1e-05j) (0.00223606797749979+0.00223606797749979j)
# expect: sqrt (-0+1e+308j) (7.071067811865475e+153+7.071067811865475e+153j)
# expect: sqrt (-0+infj) (inf+infj)
# expect: sqrt (-0-infj) (inf-infj)
# expect: sqrt (-0+nanj) (nan+nanj)
# expect: sqrt (-0+710j) (18.841443681416774+18.84144368141677j)
# expect: sqrt (1+0j) (1+0j)
# expect: sqrt (1-0j) (1-0j)
# expect: sqrt (1+1j) (1.09868411346781+0.45508986056222733j)
# expect: sqrt (1-2.5j) (1.358782985536552-0.9199408686342976j)
# expect: sqrt (1+1e-05j) (1.0000000000125+4.9999999999375e-06j)
# expect: sqrt (1+1e+308j) (7.071067811865475e+153+7.071067811865475e+153j)
# expect: sqrt (1+infj) (inf+infj)
# expect: sqrt (1-infj) (inf-infj)
# expect: sqrt (1+nanj) (nan+nanj)
# expect: sqrt (1+710j) (18.85471697248467+18.8281797344433j)
# expect: sqrt (-2.5+0j) 1.5811388300841898j
# expect: sqrt (-2.5-0j) -1.5811388300841898j
# expect: sqrt (-2.5+1j) (0.31030823673184377+1.6113010897357534j)
# expect: sqrt (-2.5-2.5j) (0.7195602497125371-1.7371721138005782j)
# expect: sqrt (-2.5+1e-05j) (3.1622776601620552e-06+1.581138830087352j)
# expect: sqrt (-2.5+1e+308j) (7.071067811865475e+153+7.071067811865475e+153j)
# expect: sqrt (-2.5+infj) (inf+infj)
# expect: sqrt (-2.5-infj) (inf-infj)
# expect: sqrt (-2.5+nanj) (nan+nanj)
# expect: sqrt (-2.5+710j) (18.8083013772484+18.87464438598524j)
# expect: sqrt (1e-05+0j) (0.0031622776601683794+0j)
# expect: sqrt (1e-05-0j) (0.0031622776601683794-0j)
# expect: sqrt (1e-05+1j) (0.7071103167292923+0.7071032456614804j)
# expect: sqrt (1e-05-2.5j) (1.1180362248201083-1.1180317526841534j)
# expect: sqrt (1e-05+1e-05j) (0.0034743442276011565+0.0014391204994250743j)
# expect: sqrt (1e-05+1e+308j) (7.071067811865475e+153+7.071067811865475e+153j)
# expect: sqrt (1e-05+infj) (inf+infj)
# expect: sqrt (1e-05-infj) (inf-infj)
# expect: sqrt (1e-05+nanj) (nan+nanj)
# expect: sqrt (1e-05+710j) (18.841443814102995+18.84144354873055j)
# expect: sqrt (1e+308+0j) (1e+154+0j)
# expect: sqrt (1e+308-0j) (1e+154-0j)
# expect: sqrt (1e+308+1j) (1e+154+5e-155j)
# expect: sqrt (1e+308-2.5j) (1e+154-1.2499999999999999e-154j)
# expect: sqrt (1e+308+1e-05j) (1e+154+5e-160j)
# expect: sqrt (1e+308+1e+308j) (1.09868411346781e+154+4.5508986056222734e+153j)
# expect: sqrt (1e+308+infj) (inf+infj)
# expect: sqrt (1e+308-infj) (inf-infj)
# expect: sqrt (1e+308+nanj) (nan+nanj)
# expect: sqrt (1e+308+710j) (1e+154+3.55e-152j)
# expect: sqrt (inf+0j) (inf+0j)
# expect: sqrt (inf-0j) (inf-0j)
# expect: sqrt (inf+1j) (inf+0j)
# expect: sqrt (inf-2.5j) (inf-0j)
# expect: sqrt (inf+1e-05j) (inf+0j)
# expect: sqrt (inf+1e+308j) (inf+0j)
# expect: sqrt (inf+infj) (inf+infj)
# expect: sqrt (inf-infj) (inf-infj)
# expect: sqrt (inf+nanj) (inf+nanj)
# expect: sqrt (inf+710j) (inf+0j)
# expect: sqrt (-inf+0j) infj
# expect: sqrt (-inf-0j) -infj
# expect: sqrt (-inf+1j) infj
# expect: sqrt (-inf-2.5j) -infj
# expect: sqrt (-inf+1e-05j) infj
# expect: sqrt (-inf+1e+308j) infj
# expect: sqrt (-inf+infj) (inf+infj)
# expect: sqrt (-inf-infj) (inf-infj)
# expect: sqrt (-inf+nanj) (nan+infj)
# expect: sqrt (-inf+710j) infj
# expect: sqrt (nan+0j) (nan+nanj)
# expect: sqrt (nan-0j) (nan+nanj)
# expect: sqrt (nan+1j) (nan+nanj)
# expect: sqrt (nan-2.5j) (nan+nanj)
# expect: sqrt (nan+1e-05j) (nan+nanj)
# expect: sqrt (nan+1e+308j) (nan+nanj)
# expect: sqrt (nan+infj) (inf+infj)
# expect: sqrt (nan-infj) (inf-infj)
# expect: sqrt (nan+nanj) (nan+nanj)
# expect: sqrt (nan+710j) (nan+nanj)
# expect: sqrt (710+0j) (26.645825188948457+0j)
# expect: sqrt (710-0j) (26.645825188948457-0j)
# expect: sqrt (710+1j) (26.64583179622099+0.018764660973012368j)
# expect: sqrt (710-2.5j) (26.645866484267387-0.04691159136213648j)
# expect: sqrt (710+1e-05j) (26.645825188948457+1.876466562602004e-07j)
# expect: sqrt (710+1e+308j) (7.071067811865475e+153+7.071067811865475e+153j)
# expect: sqrt (710+infj) (inf+infj)
# expect: sqrt (710-infj) (inf-infj)
# expect: sqrt (710+nanj) (nan+nanj)
# expect: sqrt (710+710j) (29.275344825338074+12.126244869804038j)
# expect: sqrt (-1.5722122374486518+0.26537535177571137j) (0.10544952181609406+1.25830514546349j)
# expect: sqrt (-0.7802690007115247+0.6235202315771669j) (0.330551715366482+0.9431508030231689j)
# expect: sqrt (0.7543218246483239-2.6068268445611213j) (1.31683177069151-0.9898101270719624j)
# expect: sqrt (-2.920992050670755+2.02481449257876j) (0.5626588918955707+1.7993268405989797j)
# expect: sqrt (-1.4438759140319541-1.5940142337198218j) (0.5944992090814202-1.3406361264826443j)
# expect: sqrt (2.9738690130627763-0.17841895486531234j) (1.7252659782810038-0.051707666270415564j)
# expect: sqrt (2.0187687076463323-0.1418807478039903j) (1.4217097141162454-0.049897931481809335j)
# expect: sqrt (0.8344088432649714-2.0963014558588564j) (1.2431151950929458-0.8431646013715243j)
# expect: sqrt (0.8091639497111309+2.20827184285978j) (1.2571826811199756+0.878262115770047j)
# expect: sqrt (0.13908726229980806+1.4475111372089415j) (0.8925427994728604+0.810891723099356j)
# expect: sqrt (1.0284688522175554-2.615811370638016j) (1.3854965488223236-0.9439977937373658j)
# expect: sqrt (1.549381477720904+0.5465974975879053j) (1.2633985700735597+0.2163202929523976j)
# expect: sqrt (-1.192394042905726-2.8139294911815j) (0.9653361493605357-1.457486852142397j)
# expect: sqrt (2.193163421873674-0.163505468007199j) (1.4819604002886413-0.05516526216738081j)
# expect: sqrt (1.3129435443948188+2.27287680153289j) (1.4031721982528322+0.8099065832272673j)
# expect: sqrt (1.2847769016672155+2.5265920055032467j) (1.435141858268241+0.8802586277261951j)
# expect: sqrt (-0.6302195759955365+1.8054526259113697j) (0.8006453462567934+1.1274983576388025j)
# expect: sqrt (-0.3322736636954362+2.613520330227127j) (1.072912867360842+1.2179555347564621j)
# expect: sqrt (2.27319996202825-2.415274141614737j) (1.6718213992614332-0.7223481355968232j)
# expect: sqrt (-2.184186838795987-1.698078352601176j) (0.5396411825328823-1.5733402189868135j)
# expect: sqrt (2.7928808333892174-0.38302880023542407j) (1.6750976831472884-0.11433028774649229j)
# expect: sqrt (0.759889745200824-1.1938428094469677j) (1.0428458980858502-0.5723965600470181j)
# expect: sqrt (0.04345790297435714-0.6848024469305845j) (0.604002439736249-0.5668871529969469j)
# expect: sqrt (-0.8945370673789199+0.5104446444321811j) (0.2601828781140594+0.9809343492011253j)
# expect: sqrt (0.5055107578211935+2.4252106250866508j) (1.2212382150931433+0.9929310248867708j)
# expect: exp 0j (1+0j)
# expect: exp -0j (1-0j)
# expect: exp 1j (0.5403023058681398+0.8414709848078965j)
# expect: exp -2.5j (-0.8011436155469337-0.5984721441039565j)
# expect: exp 1e-05j (0.99999999995+9.999999999833334e-06j)
# expect: exp 1e+308j (-0.8913089376870335+0.4533964905016491j)
# expect: exp infj ValueError math domain error
# expect: exp -infj ValueError math domain error
# expect: exp nanj (nan+nanj)
# expect: exp 710j (0.999999998182636+6.0288706691585265e-05j)
# expect: exp (-0+0j) (1+0j)
# expect: exp (-0-0j) (1-0j)
# expect: exp (-0+1j) (0.5403023058681398+0.8414709848078965j)
# expect: exp (-0-2.5j) (-0.8011436155469337-0.5984721441039565j)
# expect: exp (-0+1e-05j) (0.99999999995+9.999999999833334e-06j)
# expect: exp (-0+1e+308j) (-0.8913089376870335+0.4533964905016491j)
# expect: exp (-0+infj) ValueError math domain error
# expect: exp (-0-infj) ValueError math domain error
# expect: exp (-0+nanj) (nan+nanj)
# expect: exp (-0+710j) (0.999999998182636+6.0288706691585265e-05j)
# expect: exp (1+0j) (2.718281828459045+0j)
# expect: exp (1-0j) (2.718281828459045-0j)
# expect: exp (1+1j) (1.4686939399158851+2.2873552871788423j)
# expect: exp (1-2.5j) (-2.1777341321272092-1.6268159541567082j)
# expect: exp (1+1e-05j) (2.718281828323131+2.7182818284137405e-05j)
# expect: exp (1+1e+308j) (-2.4228288888577985+1.2324594412177368j)
# expect: exp (1+infj) ValueError math domain error
# expect: exp (1-infj) ValueError math domain error
# expect: exp (1+nanj) (nan+nanj)
# expect: exp (1+710j) (2.7182818235189377+0.00016388169586103345j)
# expect: exp (-2.5+0j) (0.0820849986238988+0j)
# expect: exp (-2.5-0j) (0.0820849986238988-0j)
# expect: exp (-2.5+1j) (0.0443507140336756+0.06907214463000695j)
# expect: exp (-2.5-2.5j) (-0.06576187257971536-0.04912558512521504j)
# expect: exp (-2.5+1e-05j) (0.08208499861979456+8.208499862253072e-07j)
# expect: exp (-2.5+1e+308j) (-0.07316309292350884+0.03721705029890841j)
# expect: exp (-2.5+infj) ValueError math domain error
# expect: exp (-2.5-infj) ValueError math domain error
# expect: exp (-2.5+nanj) (nan+nanj)
# expect: exp (-2.5+710j) (0.08208499847472048+4.948798405815415e-06j)
# expect: exp (1e-05+0j) (1.00001000005+0j)
# expect: exp (1e-05-0j) (1.00001000005-0j)
# expect: exp (1e-05+1j) (0.5403077089182136+0.8414793995598182j)
# expect: exp (1e-05-2.5j) (-0.8011516270231464-0.5984781288553213j)
# expect: exp (1e-05+1e-05j) (1.0000099999999996+1.0000100000333332e-05j)
# expect: exp (1e-05+1e+308j) (-0.8913178508209758+0.453401024489224j)
# expect: exp (1e-05+infj) ValueError math domain error
# expect: exp (1e-05-infj) ValueError math domain error
# expect: exp (1e-05+nanj) (nan+nanj)
# expect: exp (1e-05+710j) (1.0000099982326178+6.028930958166662e-05j)
# expect: exp (1e+308+0j) OverflowError math range error
# expect: exp (1e+308-0j) OverflowError math range error
# expect: exp (1e+308+1j) OverflowError math range error
# expect: exp (1e+308-2.5j) OverflowError math range error
# expect: exp (1e+308+1e-05j) OverflowError math range error
# expect: exp (1e+308+1e+308j) OverflowError math range error
# expect: exp (1e+308+infj) ValueError math domain error
# expect: exp (1e+308-infj) ValueError math domain error
# expect: exp (1e+308+nanj) (nan+nanj)
# expect: exp (1e+308+710j) OverflowError math range error
# expect: exp (inf+0j) (inf+0j)
# expect: exp (inf-0j) (inf-0j)
# expect: exp (inf+1j) (inf+infj)
# expect: exp (inf-2.5j) (-inf-infj)
# expect: exp (inf+1e-05j) (inf+infj)
# expect: exp (inf+1e+308j) (-inf+infj)
# expect: exp (inf+infj) ValueError math domain error
# expect: exp (inf-infj) ValueError math domain error
# expect: exp (inf+nanj) (inf+nanj)
# expect: exp (inf+710j) (inf+infj)
# expect: exp (-inf+0j) 0j
# expect: exp (-inf-0j) -0j
# expect: exp (-inf+1j) 0j
# expect: exp (-inf-2.5j) (-0-0j)
# expect: exp (-inf+1e-05j) 0j
# expect: exp (-inf+1e+308j) (-0+0j)
# expect: exp (-inf+infj) 0j
# expect: exp (-inf-infj) 0j
# expect: exp (-inf+nanj) 0j
# expect: exp (-inf+710j) 0j
# expect: exp (nan+0j) (nan+0j)
# expect: exp (nan-0j) (nan-0j)
# expect: exp (nan+1j) (nan+nanj)
# expect: exp (nan-2.5j) (nan+nanj)
# expect: exp (nan+1e-05j) (nan+nanj)
# expect: exp (nan+1e+308j) (nan+nanj)
# expect: exp (nan+infj) (nan+nanj)
# expect: exp (nan-infj) (nan+nanj)
# expect: exp (nan+nanj) (nan+nanj)
# expect: exp (nan+710j) (nan+nanj)
# expect: exp (710+0j) OverflowError math range error
# expect: exp (710-0j) OverflowError math range error
# expect: exp (710+1j) OverflowError math range error
# expect: exp (710-2.5j) (-1.78975064407572e+308-1.3369836376218163e+308j)
# expect: exp (710+1e-05j) OverflowError math range error
# expect: exp (710+1e+308j) OverflowError math range error
# expect: exp (710+infj) ValueError math domain error
# expect: exp (710-infj) ValueError math domain error
# expect: exp (710+nanj) (nan+nanj)
# expect: exp (710+710j) OverflowError math range error
# expect: exp (-1.5722122374486518+0.26537535177571137j) (0.200318735515812+0.054443745994748084j)
# expect: exp (-0.7802690007115247+0.6235202315771669j) (0.37204675927130215+0.2675897176970124j)
# expect: exp (0.7543218246483239-2.6068268445611213j) (-1.8293304082427821-1.0835798905933465j)
# expect: exp (-2.920992050670755+2.02481449257876j) (-0.023630790562486074+0.04842171668190892j)
# expect: exp (-1.4438759140319541-1.5940142337198218j) (-0.005479194331294058-0.23594761383953144j)
# expect: exp (2.9738690130627763-0.17841895486531234j) (19.256856531499746-3.4727160208235324j)
# expect: exp (2.0187687076463323-0.1418807478039903j) (7.453395373468633-1.064646746469145j)
# expect: exp (0.8344088432649714-2.0963014558588564j) (-1.155526762407583-1.9926486801198757j)
# expect: exp (0.8091639497111309+2.20827184285978j) (-1.3367663190963728+1.8049110530824255j)
# expect: exp (0.13908726229980806+1.4475111372089415j) (0.14132370756003196+1.140501768664501j)
# expect: exp (1.0284688522175554-2.615811370638016j) (-2.419025000310748-1.4036730140989542j)
# expect: exp (1.549381477720904+0.5465974975879053j) (4.022510905362729+2.44743016659811j)
# expect: exp (-1.192394042905726-2.8139294911815j) (-0.2873470336027524-0.09767383932382445j)
# expect: exp (2.193163421873674-0.163505468007199j) (8.843974818524993-1.4590636958285585j)
# expect: exp (1.3129435443948188+2.27287680153289j) (-2.400530557540887+2.8380060860725687j)
# expect: exp (1.2847769016672155+2.5265920055032467j) (-2.951704861328297+2.085050173425243j)
# expect: exp (-0.6302195759955365+1.8054526259113697j) (-0.12380504912274126+0.5178820294516339j)
# expect: exp (-0.3322736636954362+2.613520330227127j) (-0.6195815992047026+0.3614208348610435j)
# expect: exp (2.27319996202825-2.415274141614737j) (-7.259750211031384-6.4489040805656135j)
# expect: exp (-2.184186838795987-1.698078352601176j) (-0.014289383980797788-0.11165861278621465j)
# expect: exp (2.7928808333892174-0.38302880023542407j) (15.144814085587369-6.102284374842386j)
# expect: exp (0.759889745200824-1.1938428094469677j) (0.7869904469476527-1.987929355678116j)
# expect: exp (0.04345790297435714-0.6848024469305845j) (0.8089461861854359-0.6606140359012165j)
# expect: exp (-0.8945370673789199+0.5104446444321811j) (0.35668639126954643+0.19972391482117402j)
# expect: exp (0.5055107578211935+2.4252106250866508j) (-1.2503144530297072+1.0886325784872568j)
# expect: log 0j ValueError math domain error
# expect: log -0j ValueError math domain error
# expect: log 1j 1.5707963267948966j
# expect: log -2.5j (0.9162907318741551-1.5707963267948966j)
# expect: log 1e-05j (-11.512925464970229+1.5707963267948966j)
# expect: log 1e+308j (709.196208642166+1.5707963267948966j)
# expect: log infj (inf+1.5707963267948966j)
# expect: log -infj (inf-1.5707963267948966j)
# expect: log nanj (nan+nanj)
# expect: log 710j (6.565264970035361+1.5707963267948966j)
# expect: log (-0+0j) ValueError math domain error
# expect: log (-0-0j) ValueError math domain error
# expect: log (-0+1j) 1.5707963267948966j
# expect: log (-0-2.5j) (0.9162907318741551-1.5707963267948966j)
# expect: log (-0+1e-05j) (-11.512925464970229+1.5707963267948966j)
# expect: log (-0+1e+308j) (709.196208642166+1.5707963267948966j)
# expect: log (-0+infj) (inf+1.5707963267948966j)
# expect: log (-0-infj) (inf-1.5707963267948966j)
# expect: log (-0+nanj) (nan+nanj)
# expect: log (-0+710j) (6.565264970035361+1.5707963267948966j)
# expect: log (1+0j) 0j
# expect: log (1-0j) -0j
# expect: log (1+1j) (0.34657359027997264+0.7853981633974483j)
# expect: log (1-2.5j) (0.9905007344332917-1.1902899496825317j)
# expect: log (1+1e-05j) (4.999999999750001e-11+9.999999999666668e-06j)
# expect: log (1+1e+308j) (709.196208642166+1.5707963267948966j)
# expect: log (1+infj) (inf+1.5707963267948966j)
# expect: log (1-infj) (inf-1.5707963267948966j)
# expect: log (1+nanj) (nan+nanj)
# expect: log (1+710j) (6.56526596190107+1.5693878770220004j)
# expect: log (-2.5+0j) (0.9162907318741551+3.141592653589793j)
# expect: log (-2.5-0j) (0.9162907318741551-3.141592653589793j)
# expect: log (-2.5+1j) (0.9905007344332917+2.761086276477428j)
# expect: log (-2.5-2.5j) (1.2628643221541278-2.356194490192345j)
# expect: log (-2.5+1e-05j) (0.916290731882155+3.1415886535897934j)
# expect: log (-2.5+1e+308j) (709.196208642166+1.5707963267948966j)
# expect: log (-2.5+infj) (inf+1.5707963267948966j)
# expect: log (-2.5-infj) (inf-1.5707963267948966j)
# expect: log (-2.5+nanj) (nan+nanj)
# expect: log (-2.5+710j) (6.565271169163764+1.5743174390035335j)
# expect: log (1e-05+0j) (-11.512925464970229+0j)
# expect: log (1e-05-0j) (-11.512925464970229-0j)
# expect: log (1e-05+1j) (4.999999999750001e-11+1.570786326794897j)
# expect: log (1e-05-2.5j) (0.916290731882155-1.5707923267948967j)
# expect: log (1e-05+1e-05j) (-11.166351874690255+0.7853981633974483j)
# expect: log (1e-05+1e+308j) (709.196208642166+1.5707963267948966j)
# expect: log (1e-05+infj) (inf+1.5707963267948966j)
# expect: log (1e-05-infj) (inf-1.5707963267948966j)
# expect: log (1e-05+nanj) (nan+nanj)
# expect: log (1e-05+710j) (6.565264970035361+1.5707963127103897j)
# expect: log (1e+308+0j) (709.196208642166+0j)
# expect: log (1e+308-0j) (709.196208642166-0j)
# expect: log (1e+308+1j) (709.196208642166+1e-308j)
# expect: log (1e+308-2.5j) (709.196208642166-2.5e-308j)
# expect: log (1e+308+1e-05j) (709.196208642166+1e-313j)
# expect: log (1e+308+1e+308j) (709.542782232446+0.7853981633974483j)
# expect: log (1e+308+infj) (inf+1.5707963267948966j)
# expect: log (1e+308-infj) (inf-1.5707963267948966j)
# expect: log (1e+308+nanj) (nan+nanj)
# expect: log (1e+308+710j) (709.196208642166+7.1e-306j)
# expect: log (inf+0j) (inf+0j)
# expect: log (inf-0j) (inf-0j)
# expect: log (inf+1j) (inf+0j)
# expect: log (inf-2.5j) (inf-0j)
# expect: log (inf+1e-05j) (inf+0j)
# expect: log (inf+1e+308j) (inf+0j)
# expect: log (inf+infj) (inf+0.7853981633974483j)
# expect: log (inf-infj) (inf-0.7853981633974483j)
# expect: log (inf+nanj) (inf+nanj)
# expect: log (inf+710j) (inf+0j)
# expect: log (-inf+0j) (inf+3.141592653589793j)
# expect: log (-inf-0j) (inf-3.141592653589793j)
# expect: log (-inf+1j) (inf+3.141592653589793j)
# expect: log (-inf-2.5j) (inf-3.141592653589793j)
# expect: log (-inf+1e-05j) (inf+3.141592653589793j)
# expect: log (-inf+1e+308j) (inf+3.141592653589793j)
# expect: log (-inf+infj) (inf+2.356194490192345j)
# expect: log (-inf-infj) (inf-2.356194490192345j)
# expect: log (-inf+nanj) (inf+nanj)
# expect: log (-inf+710j) (inf+3.141592653589793j)
# expect: log (nan+0j) (nan+nanj)
# expect: log (nan-0j) (nan+nanj)
# expect: log (nan+1j) (nan+nanj)
# expect: log (nan-2.5j) (nan+nanj)
# expect: log (nan+1e-05j) (nan+nanj)
# expect: log (nan+1e+308j) (nan+nanj)
# expect: log (nan+infj) (inf+nanj)
# expect: log (nan-infj) (inf+nanj)
# expect: log (nan+nanj) (nan+nanj)
# expect: log (nan+710j) (nan+nanj)
# expect: log (710+0j) (6.565264970035361+0j)
# expect: log (710-0j) (6.565264970035361-0j)
# expect: log (710+1j) (6.56526596190107+0.0014084497728962322j)
# expect: log (710-2.5j) (6.565271169163764-0.003521112208636815j)
# expect: log (710+1e-05j) (6.565264970035361+1.408450704225352e-08j)
# expect: log (710+1e+308j) (709.196208642166+1.5707963267948966j)
# expect: log (710+infj) (inf+1.5707963267948966j)
# expect: log (710-infj) (inf-1.5707963267948966j)
# expect: log (710+nanj) (nan+nanj)
# expect: log (710+710j) (6.911838560315334+0.7853981633974483j)
# expect: log (-1.5722122374486518+0.26537535177571137j) (0.46652975278732656+2.974377724973776j)
# expect: log (-0.7802690007115247+0.6235202315771669j) (-0.0012028493583481027+2.4673950441569623j)
# expect: log (0.7543218246483239-2.6068268445611213j) (0.9983388120429039-1.2891256728334926j)
# expect: log (-2.920992050670755+2.02481449257876j) (1.268119341502879+2.535449018395384j)
# expect: log (-1.4438759140319541-1.5940142337198218j) (0.7658094271550099-2.306812763938552j)
# expect: log (2.9738690130627763-0.17841895486531234j) (1.0916603057241407-0.05992373709780157j)
# expect: log (2.0187687076463323-0.1418807478039903j) (0.7049513932872655-0.07016546047694798j)
# expect: log (0.8344088432649714-2.0963014558588564j) (0.8137094320720919-1.1919819765074224j)
# expect: log (0.8091639497111309+2.20827184285978j) (0.8552033740364977+1.2195653984276713j)
# expect: log (0.13908726229980806+1.4475111372089415j) (0.3744408169263057+1.4750032361499739j)
# expect: log (1.0284688522175554-2.615811370638016j) (1.033445133138522-1.1961883030742524j)
# expect: log (1.549381477720904+0.5465974975879053j) (0.49650583281080796+0.3391531297474234j)
# expect: log (-1.192394042905726-2.8139294911815j) (1.117153272528172-1.97160515210453j)
# expect: log (2.193163421873674-0.163505468007199j) (0.7881163177493326-0.07441467819672008j)
# expect: log (1.3129435443948188+2.27287680153289j) (0.9650202814463887+1.04696741823062j)
# expect: log (1.2847769016672155+2.5265920055032467j) (1.0418611113220138+1.1003703326889094j)
# expect: log (-0.6302195759955365+1.8054526259113697j) (0.6482991324351745+1.9066375735702528j)
# expect: log (-0.3322736636954362+2.613520330227127j) (0.9687153142391853+1.6972543343326292j)
# expect: log (2.27319996202825-2.415274141614737j) (1.1989925092272835-0.8156917542796857j)
# expect: log (-2.184186838795987-1.698078352601176j) (1.0176234851806618-2.4807588002957472j)
# expect: log (2.7928808333892174-0.38302880023542407j) (1.0363906061306616-0.13629443719748102j)
# expect: log (0.759889745200824-1.1938428094469677j) (0.34724640702688175-1.0039648123760867j)
# expect: log (0.04345790297435714-0.6848024469305845j) (-0.37661530747849653-1.5074208155937985j)
# expect: log (-0.8945370673789199+0.5104446444321811j) (0.02948824393328866+2.623052998643281j)
# expect: log (0.5055107578211935+2.4252106250866508j) (0.9071833041456935+1.365298767413904j)
# expect: log10 0j ValueError math domain error
# expect: log10 -0j ValueError math domain error
# expect: log10 1j 0.6821881769209206j
# expect: log10 -2.5j (0.3979400086720376-0.6821881769209206j)
# expect: log10 1e-05j (-5+0.6821881769209206j)
# expect: log10 1e+308j (307.99999999999994+0.6821881769209206j)
# expect: log10 infj (inf+0.6821881769209206j)
# expect: log10 -infj (inf-0.6821881769209206j)
# expect: log10 nanj (nan+nanj)
# expect: log10 710j (2.851258348719075+0.6821881769209206j)
# expect: log10 (-0+0j) ValueError math domain error
# expect: log10 (-0-0j) ValueError math domain error
# expect: log10 (-0+1j) 0.6821881769209206j
# expect: log10 (-0-2.5j) (0.3979400086720376-0.6821881769209206j)
# expect: log10 (-0+1e-05j) (-5+0.6821881769209206j)
# expect: log10 (-0+1e+308j) (307.99999999999994+0.6821881769209206j)
# expect: log10 (-0+infj) (inf+0.6821881769209206j)
# expect: log10 (-0-infj) (inf-0.6821881769209206j)
# expect: log10 (-0+nanj) (nan+nanj)
# expect: log10 (-0+710j) (2.851258348719075+0.6821881769209206j)
# expect: log10 (1+0j) 0j
# expect: log10 (1-0j) -0j
# expect: log10 (1+1j) (0.15051499783199057+0.3410940884604603j)
# expect: log10 (1-2.5j) (0.4301690032854968-0.5169363570120227j)
# expect: log10 (1+1e-05j) (2.171472409407686e-11+4.342944818887753e-06j)
# expect: log10 (1+1e+308j) (307.99999999999994+0.6821881769209206j)
# expect: log10 (1+infj) (inf+0.6821881769209206j)
# expect: log10 (1-infj) (inf-0.6821881769209206j)
# expect: log10 (1+nanj) (nan+nanj)
# expect: log10 (1+710j) (2.851258779480879+0.681576494956514j)
# expect: log10 (-2.5+0j) (0.3979400086720376+1.3643763538418412j)
# expect: log10 (-2.5-0j) (0.3979400086720376-1.3643763538418412j)
# expect: log10 (-2.5+1j) (0.4301690032854968+1.1991245339329433j)
# expect: log10 (-2.5-2.5j) (0.5484550065040282-1.023282265381381j)
# expect: log10 (-2.5+1e-05j) (0.39794000867551194+1.3643746166639137j)
# expect: log10 (-2.5+1e+308j) (307.99999999999994+0.6821881769209206j)
# expect: log10 (-2.5+infj) (inf+0.6821881769209206j)
# expect: log10 (-2.5-infj) (inf-0.6821881769209206j)
# expect: log10 (-2.5+nanj) (nan+nanj)
# expect: log10 (-2.5+710j) (2.851261040966333+0.6837173765232938j)
# expect: log10 (1e-05+0j) (-5+0j)
# expect: log10 (1e-05-0j) (-5-0j)
# expect: log10 (1e-05+1j) (2.171472409407686e-11+0.6821838339761017j)
# expect: log10 (1e-05-2.5j) (0.39794000867551194-0.682186439742993j)
# expect: log10 (1e-05+1e-05j) (-4.8494850021680085+0.3410940884604603j)
# expect: log10 (1e-05+1e+308j) (307.99999999999994+0.6821881769209206j)
# expect: log10 (1e-05+infj) (inf+0.6821881769209206j)
# expect: log10 (1e-05-infj) (inf-0.6821881769209206j)
# expect: log10 (1e-05+nanj) (nan+nanj)
# expect: log10 (1e-05+710j) (2.851258348719075+0.682188170804097j)
# expect: log10 (1e+308+0j) (307.99999999999994+0j)
# expect: log10 (1e+308-0j) (307.99999999999994-0j)
# expect: log10 (1e+308+1j) (307.99999999999994+4.34294481903252e-309j)
# expect: log10 (1e+308-2.5j) (307.99999999999994-1.0857362047581295e-308j)
# expect: log10 (1e+308+1e-05j) (307.99999999999994+4.342944819e-314j)
# expect: log10 (1e+308+1e+308j) (308.150514997832+0.3410940884604603j)
# expect: log10 (1e+308+infj) (inf+0.6821881769209206j)
# expect: log10 (1e+308-infj) (inf-0.6821881769209206j)
# expect: log10 (1e+308+nanj) (nan+nanj)
# expect: log10 (1e+308+710j) (307.99999999999994+3.083490821513088e-306j)
# expect: log10 (inf+0j) (inf+0j)
# expect: log10 (inf-0j) (inf-0j)
# expect: log10 (inf+1j) (inf+0j)
# expect: log10 (inf-2.5j) (inf-0j)
# expect: log10 (inf+1e-05j) (inf+0j)
# expect: log10 (inf+1e+308j) (inf+0j)
# expect: log10 (inf+infj) (inf+0.3410940884604603j)
# expect: log10 (inf-infj) (inf-0.3410940884604603j)
# expect: log10 (inf+nanj) (inf+nanj)
# expect: log10 (inf+710j) (inf+0j)
# expect: log10 (-inf+0j) (inf+1.3643763538418412j)
# expect: log10 (-inf-0j) (inf-1.3643763538418412j)
# expect: log10 (-inf+1j) (inf+1.3643763538418412j)
# expect: log10 (-inf-2.5j) (inf-1.3643763538418412j)
# expect: log10 (-inf+1e-05j) (inf+1.3643763538418412j)
# expect: log10 (-inf+1e+308j) (inf+1.3643763538418412j)
# expect: log10 (-inf+infj) (inf+1.023282265381381j)
# expect: log10 (-inf-infj) (inf-1.023282265381381j)
# expect: log10 (-inf+nanj) (inf+nanj)
# expect: log10 (-inf+710j) (inf+1.3643763538418412j)
# expect: log10 (nan+0j) (nan+nanj)
# expect: log10 (nan-0j) (nan+nanj)
# expect: log10 (nan+1j) (nan+nanj)
# expect: log10 (nan-2.5j) (nan+nanj)
# expect: log10 (nan+1e-05j) (nan+nanj)
# expect: log10 (nan+1e+308j) (nan+nanj)
# expect: log10 (nan+infj) (inf+nanj)
# expect: log10 (nan-infj) (inf+nanj)
# expect: log10 (nan+nanj) (nan+nanj)
# expect: log10 (nan+710j) (nan+nanj)
# expect: log10 (710+0j) (2.851258348719075+0j)
# expect: log10 (710-0j) (2.851258348719075-0j)
# expect: log10 (710+1j) (2.851258779480879+0.0006116819644067218j)
# expect: log10 (710-2.5j) (2.851261040966333-0.0015291996023731403j)
# expect: log10 (710+1e-05j) (2.851258348719075+6.116823688778194e-09j)
# expect: log10 (710+1e+308j) (307.99999999999994+0.6821881769209206j)
# expect: log10 (710+infj) (inf+0.6821881769209206j)
# expect: log10 (710-infj) (inf-0.6821881769209206j)
# expect: log10 (710+nanj) (nan+nanj)
# expect: log10 (710+710j) (3.0017733465510656+0.3410940884604603j)
# expect: log10 (-1.5722122374486518+0.26537535177571137j) (0.2026112972792241+1.2917558330520589j)
# expect: log10 (-0.7802690007115247+0.6235202315771669j) (-0.0005223908388914481+1.071576052352799j)
# expect: log10 (0.7543218246483239-2.6068268445611213j) (0.4335730371400808-0.5598601661914026j)
# expect: log10 (-2.920992050670755+2.02481449257876j) (0.5507372324094857+1.1011315178361316j)
# expect: log10 (-1.4438759140319541-1.5940142337198218j) (0.33258680840291105-1.0018360541625015j)
# expect: log10 (2.9738690130627763-0.17841895486531234j) (0.47410204688881113-0.026024548356596403j)
# expect: log10 (2.0187687076463323-0.1418807478039903j) (0.3061565001146685-0.030472472305339213j)
# expect: log10 (0.8344088432649714-2.0963014558588564j) (0.3533895162215384-0.5176711949253051j)
# expect: log10 (0.8091639497111309+2.20827184285978j) (0.3714101062490936+0.5296505228572783j)
# expect: log10 (0.13908726229980806+1.4475111372089415j) (0.1626175805904403+0.6405857662493727j)
# expect: log10 (1.0284688522175554-2.615811370638016j) (0.44881951867183145-0.5194979793423624j)
# expect: log10 (1.549381477720904+0.5465974975879053j) (0.2156297434225124+0.14729233276952358j)
# expect: log10 (-1.192394042905726-2.8139294911815j) (0.48517350169914475-0.8562572380510187j)
# expect: log10 (2.193163421873674-0.163505468007199j) (0.34227456789644495-0.032317884113441754j)
# expect: log10 (1.3129435443948188+2.27287680153289j) (0.4191029831568896+0.45469217247005217j)
# expect: log10 (1.2847769016672155+2.5265920055032467j) (0.4524745315567401+0.47788476353683873j)
# expect: log10 (-0.6302195759955365+1.8054526259113697j) (0.2815527358392617+0.8280421771909661j)
# expect: log10 (-0.3322736636954362+2.613520330227127j) (0.42070771550925273+0.7371081917870377j)
# expect: log10 (2.27319996202825-2.415274141614737j) (0.5207158306007429-0.35425042781765065j)
# expect: log10 (-2.184186838795987-1.698078352601176j) (0.44194826426911693-1.077379857901374j)
# expect: log10 (2.7928808333892174-0.38302880023542407j) (0.45009872133891277-0.059191921988975306j)
# expect: log10 (0.759889745200824-1.1938428094469677j) (0.1508071984325053-0.43601637803996796j)
# expect: log10 (0.04345790297435714-0.6848024469305845j) (-0.16356194983820752-0.654664542118486j)
# expect: log10 (-0.8945370673789199+0.5104446444321811j) (0.012806581621244305+1.1391774430505548j)
# expect: log10 (0.5055107578211935+2.4252106250866508j) (0.39398470306523403+0.5929417208371698j)
# expect: sin 0j 0j
# expect: sin -0j -0j
# expect: sin 1j 1.1752011936438014j
# expect: sin -2.5j -6.0502044810397875j
# expect: sin 1e-05j 1.0000000000166668e-05j
# expect: sin 1e+308j OverflowError math range error
# expect: sin infj infj
# expect: sin -infj -infj
# expect: sin nanj nanj
# expect: sin 710j 1.1169973830808555e+308j
# expect: sin (-0+0j) (-0+0j)
# expect: sin (-0-0j) (-0-0j)
# expect: sin (-0+1j) (-0+1.1752011936438014j)
# expect: sin (-0-2.5j) (-0-6.0502044810397875j)
# expect: sin (-0+1e-05j) (-0+1.0000000000166668e-05j)
# expect: sin (-0+1e+308j) OverflowError math range error
# expect: sin (-0+infj) (-0+infj)
# expect: sin (-0-infj) (-0-infj)
# expect: sin (-0+nanj) (-0+nanj)
# expect: sin (-0+710j) (-0+1.1169973830808555e+308j)
# expect: sin (1+0j) (0.8414709848078965+0j)
# expect: sin (1-0j) (0.8414709848078965-0j)
# expect: sin (1+1j) (1.2984575814159773+0.6349639147847361j)
# expect: sin (1-2.5j) (5.160143667579705-3.268939432079549j)
# expect: sin (1+1e-05j) (0.8414709848499701+5.403023058771449e-06j)
# expect: sin (1+1e+308j) OverflowError math range error
# expect: sin (1+infj) (inf+infj)
# expect: sin (1-infj) (inf-infj)
# expect: sin (1+nanj) (nan+nanj)
# expect: sin (1+710j) (9.399208879688905e+307+6.035162617272641e+307j)
# expect: sin (-2.5+0j) (-0.5984721441039565-0j)
# expect: sin (-2.5-0j) (-0.5984721441039565+0j)
# expect: sin (-2.5+1j) (-0.9234907760431733-0.9415049332708672j)
# expect: sin (-2.5-2.5j) (-3.670004433160462+4.847082692738475j)
# expect: sin (-2.5+1e-05j) (-0.5984721441338802-8.011436155602862e-06j)
# expect: sin (-2.5+1e+308j) OverflowError math range error
# expect: sin (-2.5+infj) (-inf-infj)
# expect: sin (-2.5-infj) (-inf+infj)
# expect: sin (-2.5+nanj) (nan+nanj)
# expect: sin (-2.5+710j) (-6.684918188109082e+307-8.9487532203786e+307j)
# expect: sin (1e-05+0j) (9.999999999833334e-06+0j)
# expect: sin (1e-05-0j) (9.999999999833334e-06-0j)
# expect: sin (1e-05+1j) (1.5430806347895257e-05+1.1752011935850413j)
# expect: sin (1e-05-2.5j) (6.132289479561481e-05-6.0502044807372775j)
# expect: sin (1e-05+1e-05j) (1.0000000000333334e-05+9.999999999666668e-06j)
# expect: sin (1e-05+1e+308j) OverflowError math range error
# expect: sin (1e-05+infj) (inf+infj)
# expect: sin (1e-05-infj) (inf-infj)
# expect: sin (1e-05+nanj) (nan+nanj)
# expect: sin (1e-05+710j) (1.116997383062239e+303+1.1169973830250057e+308j)
# expect: sin (1e+308+0j) (0.4533964905016491-0j)
# expect: sin (1e+308-0j) (0.4533964905016491+0j)
# expect: sin (1e+308+1j) (0.6996273443862883-1.0474673274751902j)
# expect: sin (1e+308-2.5j) (2.780358528819699+5.392601328784902j)
# expect: sin (1e+308+1e-05j) (0.4533964905243189-8.913089377018887e-06j)
# expect: sin (1e+308+1e+308j) OverflowError math range error
# expect: sin (1e+308+infj) (inf-infj)
# expect: sin (1e+308-infj) (inf+infj)
# expect: sin (1e+308+nanj) (nan+nanj)
# expect: sin (1e+308+710j) (5.06442693388386e+307-9.955897509129936e+307j)
# expect: sin (inf+0j) ValueError math domain error
# expect: sin (inf-0j) ValueError math domain error
# expect: sin (inf+1j) ValueError math domain error
# expect: sin (inf-2.5j) ValueError math domain error
# expect: sin (inf+1e-05j) ValueError math domain error
# expect: sin (inf+1e+308j) ValueError math domain error
# expect: sin (inf+infj) ValueError math domain error
# expect: sin (inf-infj) ValueError math domain error
# expect: sin (inf+nanj) (nan+nanj)
# expect: sin (inf+710j) ValueError math domain error
# expect: sin (-inf+0j) ValueError math domain error
# expect: sin (-inf-0j) ValueError math domain error
# expect: sin (-inf+1j) ValueError math domain error
# expect: sin (-inf-2.5j) ValueError math domain error
# expect: sin (-inf+1e-05j) ValueError math domain error
# expect: sin (-inf+1e+308j) ValueError math domain error
# expect: sin (-inf+infj) ValueError math domain error
# expect: sin (-inf-infj) ValueError math domain error
# expect: sin (-inf+nanj) (nan+nanj)
# expect: sin (-inf+710j) ValueError math domain error
# expect: sin (nan+0j) (nan-0j)
# expect: sin (nan-0j) (nan-0j)
# expect: sin (nan+1j) (nan+nanj)
# expect: sin (nan-2.5j) (nan+nanj)
# expect: sin (nan+1e-05j) (nan+nanj)
# expect: sin (nan+1e+308j) (nan+nanj)
# expect: sin (nan+infj) (nan-infj)
# expect: sin (nan-infj) (nan-infj)
# expect: sin (nan+nanj) (nan+nanj)
# expect: sin (nan+710j) (nan+nanj)
# expect: sin (710+0j) (6.0288706691585265e-05+0j)
# expect: sin (710-0j) (6.0288706691585265e-05-0j)
# expect: sin (710+1j) (9.303033579384142e-05+1.175201191508033j)
# expect: sin (710-2.5j) (0.00036970780178733796-6.050204470044363j)
# expect: sin (710+1e-05j) (6.02887066945997e-05+9.999999981993027e-06j)
# expect: sin (710+1e+308j) OverflowError math range error
# expect: sin (710+infj) (inf+infj)
# expect: sin (710-infj) (inf-infj)
# expect: sin (710+nanj) (nan+nanj)
# expect: sin (710+710j) (6.734232760383e+303+1.1169973810508647e+308j)
# expect: sin (-1.5722122374486518+0.26537535177571137j) (-1.035418134414205-0.0003801734982385037j)
# expect: sin (-0.7802690007115247+0.6235202315771669j) (-0.844705551972264+0.4724288927468391j)
# expect: sin (0.7543218246483239-2.6068268445611213j) (4.666784770668759-4.912482737542405j)
# expect: sin (-2.920992050670755+2.02481449257876j) (-0.8431761419794919-3.631161376261587j)
# expect: sin (-1.4438759140319541-1.5940142337198218j) (-2.542672906893596-0.29875171596188094j)
# expect: sin (2.9738690130627763-0.17841895486531234j) (0.16960252515403726+0.17685007563471739j)
# expect: sin (2.0187687076463323-0.1418807478039903j) (0.9104143479831271+0.061660455356008746j)
# expect: sin (0.8344088432649714-2.0963014558588564j) (3.059520099350124-2.690866459002653j)
# expect: sin (0.8091639497111309+2.20827184285978j) (3.332638568692176+3.102046025695786j)
# expect: sin (0.13908726229980806+1.4475111372089415j) (0.311083754208809+1.989283350586374j)
# expect: sin (1.0284688522175554-2.615811370638016j) (5.889111811302707-3.511032424149433j)
# expect: sin (1.549381477720904+0.5465974975879053j) (1.1528765317586993+0.012295995579128678j)
# expect: sin (-1.192394042905726-2.8139294911815j) (-7.775682181986206-3.069155643597961j)
# expect: sin (2.193163421873674-0.163505468007199j) (0.8233857436324273+0.09574242736033975j)
# expect: sin (1.3129435443948188+2.27287680153289j) (4.742985529340548+1.2245681654695078j)
# expect: sin (1.2847769016672155+2.5265920055032467j) (6.039611736020748+1.7535949295656612j)
# expect: sin (-0.6302195759955365+1.8054526259113697j) (-1.8407843425095272+2.390701435050194j)
# expect: sin (-0.3322736636954362+2.613520330227127j) (-2.2377315543998306+6.415645809528786j)
# expect: sin (2.27319996202825-2.415274141614737j) (4.3057965915022685+3.5867301017024236j)
# expect: sin (-2.184186838795987-1.698078352601176j) (-2.3085634668983563+1.519814176826274j)
# expect: sin (2.7928808333892174-0.38302880023542407j) (0.3670600472192777+0.3688425572189281j)
# expect: sin (0.759889745200824-1.1938428094469677j) (1.2408762213839788-1.0861655669344643j)
# expect: sin (0.04345790297435714-0.6848024469305845j) (0.05403527130757355-0.738896789247262j)
# expect: sin (-0.8945370673789199+0.5104446444321811j) (-0.8837502742282339+0.33353241516848775j)
# expect: sin (0.5055107578211935+2.4252106250866508j) (2.7585719457282427+4.906657961898659j)
# expect: cos 0j (1-0j)
# expect: cos -0j (1+0j)
# expect: cos 1j (1.5430806348152437-0j)
# expect: cos -2.5j (6.132289479663686+0j)
# expect: cos 1e-05j (1.00000000005-0j)
# expect: cos 1e+308j OverflowError math range error
# expect: cos infj (inf-0j)
# expect: cos -infj (inf+0j)
# expect: cos nanj (nan+0j)
# expect: cos 710j (1.1169973830808555e+308-0j)
# expect: cos (-0+0j) (1+0j)
# expect: cos (-0-0j) (1-0j)
# expect: cos (-0+1j) (1.5430806348152437+0j)
# expect: cos (-0-2.5j) (6.132289479663686-0j)
# expect: cos (-0+1e-05j) (1.00000000005+0j)
# expect: cos (-0+1e+308j) OverflowError math range error
# expect: cos (-0+infj) (inf+0j)
# expect: cos (-0-infj) (inf-0j)
# expect: cos (-0+nanj) (nan+0j)
# expect: cos (-0+710j) (1.1169973830808555e+308+0j)
# expect: cos (1+0j) (0.5403023058681398-0j)
# expect: cos (1-0j) (0.5403023058681398+0j)
# expect: cos (1+1j) (0.8337300251311491-0.9888977057628651j)
# expect: cos (1-2.5j) (3.3132901461132245+5.091071522949698j)
# expect: cos (1+1e-05j) (0.5403023058951549-8.41470984821921e-06j)
# expect: cos (1+1e+308j) OverflowError math range error
# expect: cos (1+infj) (inf-infj)
# expect: cos (1-infj) (inf+infj)
# expect: cos (1+nanj) (nan+nanj)
# expect: cos (1+710j) (6.035162617272641e+307-9.399208879688905e+307j)
# expect: cos (-2.5+0j) (-0.8011436155469337+0j)
# expect: cos (-2.5-0j) (-0.8011436155469337-0j)
# expect: cos (-2.5+1j) (-1.236229198856342+0.7033251781135349j)
# expect: cos (-2.5-2.5j) (-4.91284456531819-3.620878848035247j)
# expect: cos (-2.5+1e-05j) (-0.8011436155869909+5.984721441139311e-06j)
# expect: cos (-2.5+1e+308j) OverflowError math range error
# expect: cos (-2.5+infj) (-inf+infj)
# expect: cos (-2.5-infj) (-inf-infj)
# expect: cos (-2.5+nanj) (nan+nanj)
# expect: cos (-2.5+710j) (-8.9487532203786e+307+6.684918188109082e+307j)
# expect: cos (1e-05+0j) (0.99999999995-0j)
# expect: cos (1e-05-0j) (0.99999999995+0j)
# expect: cos (1e-05+1j) (1.5430806347380897-1.1752011936242148e-05j)
# expect: cos (1e-05-2.5j) (6.1322894793570715+6.050204480938951e-05j)
# expect: cos (1e-05+1e-05j) (1-1.0000000000000002e-10j)
# expect: cos (1e-05+1e+308j) OverflowError math range error
# expect: cos (1e-05+infj) (inf-infj)
# expect: cos (1e-05-infj) (inf+infj)
# expect: cos (1e-05+nanj) (nan+nanj)
# expect: cos (1e-05+710j) (1.1169973830250057e+308-1.116997383062239e+303j)
# expect: cos (1e+308+0j) (-0.8913089376870335-0j)
# expect: cos (1e+308-0j) (-0.8913089376870335+0j)
# expect: cos (1e+308+1j) (-1.375361561382608-0.5328320968314485j)
# expect: cos (1e+308-2.5j) (-5.4657644217084105+2.7431414785207906j)
# expect: cos (1e+308+1e-05j) (-0.8913089377315989-4.5339649050920574e-06j)
# expect: cos (1e+308+1e+308j) OverflowError math range error
# expect: cos (1e+308+infj) (-inf-infj)
# expect: cos (1e+308-infj) (-inf+infj)
# expect: cos (1e+308+nanj) (nan+nanj)
# expect: cos (1e+308+710j) (-9.955897509129936e+307-5.06442693388386e+307j)
# expect: cos (inf+0j) ValueError math domain error
# expect: cos (inf-0j) ValueError math domain error
# expect: cos (inf+1j) ValueError math domain error
# expect: cos (inf-2.5j) ValueError math domain error
# expect: cos (inf+1e-05j) ValueError math domain error
# expect: cos (inf+1e+308j) ValueError math domain error
# expect: cos (inf+infj) ValueError math domain error
# expect: cos (inf-infj) ValueError math domain error
# expect: cos (inf+nanj) (nan+nanj)
# expect: cos (inf+710j) ValueError math domain error
# expect: cos (-inf+0j) ValueError math domain error
# expect: cos (-inf-0j) ValueError math domain error
# expect: cos (-inf+1j) ValueError math domain error
# expect: cos (-inf-2.5j) ValueError math domain error
# expect: cos (-inf+1e-05j) ValueError math domain error
# expect: cos (-inf+1e+308j) ValueError math domain error
# expect: cos (-inf+infj) ValueError math domain error
# expect: cos (-inf-infj) ValueError math domain error
# expect: cos (-inf+nanj) (nan+nanj)
# expect: cos (-inf+710j) ValueError math domain error
# expect: cos (nan+0j) (nan+0j)
# expect: cos (nan-0j) (nan+0j)
# expect: cos (nan+1j) (nan+nanj)
# expect: cos (nan-2.5j) (nan+nanj)
# expect: cos (nan+1e-05j) (nan+nanj)
# expect: cos (nan+1e+308j) (nan+nanj)
# expect: cos (nan+infj) (inf+nanj)
# expect: cos (nan-infj) (inf+nanj)
# expect: cos (nan+nanj) (nan+nanj)
# expect: cos (nan+710j) (nan+nanj)
# expect: cos (710+0j) (0.999999998182636-0j)
# expect: cos (710-0j) (0.999999998182636+0j)
# expect: cos (710+1j) (1.5430806320109045-7.085136006719203e-05j)
# expect: cos (710-2.5j) (6.132289468519083+0.0003647590033815226j)
# expect: cos (710+1e-05j) (0.999999998232636-6.028870669259009e-10j)
# expect: cos (710+1e+308j) OverflowError math range error
# expect: cos (710+infj) (inf-infj)
# expect: cos (710-infj) (inf+infj)
# expect: cos (710+nanj) (nan+nanj)
# expect: cos (710+710j) (1.1169973810508647e+308-6.734232760383e+303j)
# expect: cos (-1.5722122374486518+0.26537535177571137j) (-0.0014660605473293634+0.2685008712749974j)
# expect: cos (-0.7802690007115247+0.6235202315771669j) (0.8534155678382409+0.46760725214589j)
# expect: cos (0.7543218246483239-2.6068268445611213j) (4.966240326596568+4.616268669673347j)
# expect: cos (-2.920992050670755+2.02481449257876j) (-3.7599804022459895+0.8142884570122503j)
# expect: cos (-1.4438759140319541-1.5940142337198218j) (0.32446119462565876-2.3411979819055175j)
# expect: cos (2.9738690130627763-0.17841895486531234j) (-1.001702316422199+0.029943246521043822j)
# expect: cos (2.0187687076463323-0.1418807478039903j) (-0.4375057701504626+0.12831045231695457j)
# expect: cos (0.8344088432649714-2.0963014558588564j) (2.773414874587774+2.9684559967644177j)
# expect: cos (0.8091639497111309+2.20827184285978j) (3.1778817956338266-3.2531097416196215j)
# expect: cos (0.13908726229980806+1.4475111372089415j) (2.2221672771213674-0.2784820653497946j)
# expect: cos (1.0284688522175554-2.615811370638016j) (3.548765951925885+5.826493716133645j)
# expect: cos (1.549381477720904+0.5465974975879053j) (0.024692451661852955-0.574093043976112j)
# expect: cos (-1.192394042905726-2.8139294911815j) (3.0913103225857075-7.719955734403761j)
# expect: cos (2.193163421873674-0.163505468007199j) (-0.590769872573742+0.1334410460131018j)
# expect: cos (1.3129435443948188+2.27287680153289j) (1.2508375980344988-4.64337584482553j)
# expect: cos (1.2847769016672155+2.5265920055032467j) (1.776146299839271-5.962928007557521j)
# expect: cos (-0.6302195759955365+1.8054526259113697j) (2.5235199097327894+1.7438997617107932j)
# expect: cos (-0.3322736636954362+2.613520330227127j) (6.4849139676988194+2.213829380211505j)
# expect: cos (2.27319996202825-2.415274141614737j) (-3.6444504229792325+4.237601957533031j)
# expect: cos (-2.184186838795987-1.698078352601176j) (-1.6251769788394275-2.158895634616292j)
# expect: cos (2.7928808333892174-0.38302880023542407j) (-1.0096011706447192+0.13409985091717172j)
# expect: cos (0.759889745200824-1.1938428094469677j) (1.305853358240925+1.0321197368673931j)
# expect: cos (0.04345790297435714-0.6848024469305845j) (1.2426105843959563+0.032131135028661786j)
# expect: cos (-0.8945370673789199+0.5104446444321811j) (0.7092034709691194+0.4156203056456711j)
# expect: cos (0.5055107578211935+2.4252106250866508j) (4.984053576265976-2.715735052575093j)
# expect: tan 0j 0j
# expect: tan -0j -0j
# expect: tan 1j 0.7615941559557649j
# expect: tan -2.5j -0.9866142981514303j
# expect: tan 1e-05j 9.999999999666668e-06j
# expect: tan 1e+308j 1j
# expect: tan infj 1j
# expect: tan -infj -1j
# expect: tan nanj nanj
# expect: tan 710j 1j
# expect: tan (-0+0j) (-0+0j)
# expect: tan (-0-0j) (-0-0j)
# expect: tan (-0+1j) (-0+0.7615941559557649j)
# expect: tan (-0-2.5j) (-0-0.9866142981514303j)
# expect: tan (-0+1e-05j) (-0+9.999999999666668e-06j)
# expect: tan (-0+1e+308j) (-0+1j)
# expect: tan (-0+infj) (-0+1j)
# expect: tan (-0-infj) (-0-1j)
# expect: tan (-0+nanj) (-0+nanj)
# expect: tan (-0+710j) (-0+1j)
# expect: tan (1+0j) (1.5574077246549023+0j)
# expect: tan (1-0j) (1.5574077246549023-0j)
# expect: tan (1+1j) (0.2717525853195118+1.0839233273386946j)
# expect: tan (1-2.5j) (0.012322138255828357-1.00554801189506j)
# expect: tan (1+1e-05j) (1.5574077241214093+3.42551881986971e-05j)
# expect: tan (1+1e+308j) 1j
# expect: tan (1+infj) 1j
# expect: tan (1-infj) -1j
# expect: tan (1+nanj) (nan+nanj)
# expect: tan (1+710j) 1j
# expect: tan (-2.5+0j) (0.7470222972386603+0j)
# expect: tan (-2.5-0j) (0.7470222972386603-0j)
# expect: tan (-2.5+1j) (0.23701383091627062+0.8964379171278617j)
# expect: tan (-2.5-2.5j) (0.012872570755000078-0.9961016773157655j)
# expect: tan (-2.5+1e-05j) (0.7470222971222711+1.5580423124328455e-05j)
# expect: tan (-2.5+1e+308j) 1j
# expect: tan (-2.5+infj) 1j
# expect: tan (-2.5-infj) -1j
# expect: tan (-2.5+nanj) (nan+nanj)
# expect: tan (-2.5+710j) 1j
# expect: tan (1e-05+0j) (1.0000000000333334e-05+0j)
# expect: tan (1e-05-0j) (1.0000000000333334e-05-0j)
# expect: tan (1e-05+1j) (4.199743416036658e-06+0.7615941559877499j)
# expect: tan (1e-05-2.5j) (2.659222668145852e-07-0.9866142981540539j)
# expect: tan (1e-05+1e-05j) (9.999999999333333e-06+1.0000000000666668e-05j)
# expect: tan (1e-05+1e+308j) 1j
# expect: tan (1e-05+infj) 1j
# expect: tan (1e-05-infj) -1j
# expect: tan (1e-05+nanj) (nan+nanj)
# expect: tan (1e-05+710j) 1j
# expect: tan (1e+308+0j) (-0.5086861259107568+0j)
# expect: tan (1e+308-0j) (-0.5086861259107568-0j)
# expect: tan (1e+308+1j) (-0.18575539897523272+0.8335580973023862j)
# expect: tan (1e+308-2.5j) (-0.01080542149639745-0.9920372907308294j)
# expect: tan (1e+308+1e-05j) (-0.5086861258467253+1.2587615746195637e-05j)
# expect: tan (1e+308+1e+308j) (-0+1j)
# expect: tan (1e+308+infj) (-0+1j)
# expect: tan (1e+308-infj) (-0-1j)
# expect: tan (1e+308+nanj) (nan+nanj)
# expect: tan (1e+308+710j) (-0+1j)
# expect: tan (inf+0j) ValueError math domain error
# expect: tan (inf-0j) ValueError math domain error
# expect: tan (inf+1j) ValueError math domain error
# expect: tan (inf-2.5j) ValueError math domain error
# expect: tan (inf+1e-05j) ValueError math domain error
# expect: tan (inf+1e+308j) ValueError math domain error
# expect: tan (inf+infj) 1j
# expect: tan (inf-infj) -1j
# expect: tan (inf+nanj) (nan+nanj)
# expect: tan (inf+710j) ValueError math domain error
# expect: tan (-inf+0j) ValueError math domain error
# expect: tan (-inf-0j) ValueError math domain error
# expect: tan (-inf+1j) ValueError math domain error
# expect: tan (-inf-2.5j) ValueError math domain error
# expect: tan (-inf+1e-05j) ValueError math domain error
# expect: tan (-inf+1e+308j) ValueError math domain error
# expect: tan (-inf+infj) 1j
# expect: tan (-inf-infj) -1j
# expect: tan (-inf+nanj) (nan+nanj)
# expect: tan (-inf+710j) ValueError math domain error
# expect: tan (nan+0j) (nan+nanj)
# expect: tan (nan-0j) (nan+nanj)
# expect: tan (nan+1j) (nan+nanj)
# expect: tan (nan-2.5j) (nan+nanj)
# expect: tan (nan+1e-05j) (nan+nanj)
# expect: tan (nan+1e+308j) (nan+nanj)
# expect: tan (nan+infj) 1j
# expect: tan (nan-infj) -1j
# expect: tan (nan+nanj) (nan+nanj)
# expect: tan (nan+710j) (nan+nanj)
# expect: tan (710+0j) (6.0288706801151796e-05+0j)
# expect: tan (710-0j) (6.0288706801151796e-05-0j)
# expect: tan (710+1j) (2.5319709892194873e-05+0.7615941571183327j)
# expect: tan (710-2.5j) (1.603210952018559e-06-0.9866142982467918j)
# expect: tan (710+1e-05j) (6.028870679512293e-05+1.000000003601395e-05j)
# expect: tan (710+1e+308j) 1j
# expect: tan (710+infj) 1j
# expect: tan (710-infj) -1j
# expect: tan (710+nanj) (nan+nanj)
# expect: tan (710+710j) 1j
# expect: tan (-1.5722122374486518+0.26537535177571137j) (0.019639522425881434+3.856186152277946j)
# expect: tan (-0.7802690007115247+0.6235202315771669j) (-0.5279694439700768+0.8428616265821633j)
# expect: tan (0.7543218246483239-2.6068268445611213j) (0.010854835840033711-0.9992652891903303j)
# expect: tan (-2.920992050670755+2.02481449257876j) (0.014426047161318251+0.9688636509300167j)
# expect: tan (-1.4438759140319541-1.5940142337198218j) (-0.0224759966376758-1.0829414418470362j)
# expect: tan (2.9738690130627763-0.17841895486531234j) (-0.16389037164739834-0.1814486024995609j)
# expect: tan (2.0187687076463323-0.1418807478039903j) (-1.878052154687563-0.6917261381369261j)
# expect: tan (0.8344088432649714-2.0963014558588564j) (0.030151060960063383-1.002507263588403j)
# expect: tan (0.8091639497111309+2.20827184285978j) (0.02414870941778325+1.0008567442376972j)
# expect: tan (0.13908726229980806+1.4475111372089415j) (0.02737478259578104+0.8986302503603487j)
# expect: tan (1.0284688522175554-2.615811370638016j) (0.009498373996765732-1.0049619188381904j)
# expect: tan (1.549381477720904+0.5465974975879053j) (0.06483581513272403+2.005381511947882j)
# expect: tan (-1.192394042905726-2.8139294911815j) (-0.004964301421360245-1.0052306324988645j)
# expect: tan (2.193163421873674-0.163505468007199j) (-1.2912634554399736-0.45372993102197035j)
# expect: tan (1.3129435443948188+2.27287680153289j) (0.010662430016277218+1.0185797400527867j)
# expect: tan (1.2847769016672155+2.5265920055032467j) (0.006992128255309957+1.0107773707234278j)
# expect: tan (-0.6302195759955365+1.8054526259113697j) (-0.05059996979465059+0.9823353090089741j)
# expect: tan (-0.3322736636954362+2.613520330227127j) (-0.006566935233671091+0.9915603993693063j)
# expect: tan (2.27319996202825-2.415274141614737j) (-0.015785497080939036-1.002516794300775j)
# expect: tan (-2.184186838795987-1.698078352601176j) (0.06446207038753565-1.0208002456255354j)
# expect: tan (2.7928808333892174-0.38302880023542407j) (-0.30958213715766636-0.4064550315411591j)
# expect: tan (0.759889745200824-1.1938428094469677j) (0.180236459124606-0.9742220791267047j)
# expect: tan (0.04345790297435714-0.6848024469305845j) (0.02809062782257032-0.5953589823657359j)
# expect: tan (-0.8945370673789199+0.5104446444321811j) (-0.7224046719311688+0.893648285237985j)
# expect: tan (0.5055107578211935+2.4252106250866508j) (0.013151454627219396+0.9916373796135933j)
# expect: asin 0j 0j
# expect: asin -0j -0j
# expect: asin 1j 0.881373587019543j
# expect: asin -2.5j -1.6472311463710958j
# expect: asin 1e-05j 9.999999999833334e-06j
# expect: asin 1e+308j 709.889355822726j
# expect: asin infj infj
# expect: asin -infj -infj
# expect: asin nanj nanj
# expect: asin 710j 7.258412646528284j
# expect: asin (-0+0j) (-0+0j)
# expect: asin (-0-0j) (-0-0j)
# expect: asin (-0+1j) (-0+0.881373587019543j)
# expect: asin (-0-2.5j) (-0-1.6472311463710958j)
# expect: asin (-0+1e-05j) (-0+9.999999999833334e-06j)
# expect: asin (-0+1e+308j) (-0+709.889355822726j)
# expect: asin (-0+infj) (-0+infj)
# expect: asin (-0-infj) (-0-infj)
# expect: asin (-0+nanj) (-0+nanj)
# expect: asin (-0+710j) (-0+7.258412646528284j)
# expect: asin (1+0j) (1.5707963267948966+0j)
# expect: asin (1-0j) (1.5707963267948966-0j)
# expect: asin (1+1j) (0.6662394324925153+1.0612750619050357j)
# expect: asin (1-2.5j) (0.3584050309475732-1.7084532853187295j)
# expect: asin (1+1e-05j) (1.5676340517699656+0.003162280295393834j)
# expect: asin (1+1e+308j) (1e-308+709.889355822726j)
# expect: asin (1+infj) infj
# expect: asin (1-infj) -infj
# expect: asin (1+nanj) (nan+nanj)
# expect: asin (1+710j) (0.0014084483759085108+7.258413638391042j)
# expect: asin (-2.5+0j) (-1.5707963267948966+1.5667992369724109j)
# expect: asin (-2.5-0j) (-1.5707963267948966-1.5667992369724109j)
# expect: asin (-2.5+1j) (-1.1646235102893852+1.6586932988564327j)
# expect: asin (-2.5-2.5j) (-0.7654247497365214-1.9566101076215752j)
# expect: asin (-2.5+1e-05j) (-1.5707919624370918+1.5667992369828025j)
# expect: asin (-2.5+1e+308j) (-2.5e-308+709.889355822726j)
# expect: asin (-2.5+infj) (-0+infj)
# expect: asin (-2.5-infj) (-0-infj)
# expect: asin (-2.5+nanj) (nan+nanj)
# expect: asin (-2.5+710j) (-0.0035211087162402553+7.258418845638241j)
# expect: asin (1e-05+0j) (1.0000000000166668e-05+0j)
# expect: asin (1e-05-0j) (1.0000000000166668e-05-0j)
# expect: asin (1e-05+1j) (7.071067811836012e-06+0.8813735870372207j)
# expect: asin (1e-05-2.5j) (3.7139067635274946e-06-1.647231146377499j)
# expect: asin (1e-05+1e-05j) (9.999999999666665e-06+1.0000000000333334e-05j)
# expect: asin (1e-05+1e+308j) (1e-313+709.889355822726j)
# expect: asin (1e-05+infj) infj
# expect: asin (1e-05-infj) -infj
# expect: asin (1e-05+nanj) (nan+nanj)
# expect: asin (1e-05+710j) (1.4084493072320881e-08+7.258412646528284j)
# expect: asin (1e+308+0j) (1.5707963267948966+709.889355822726j)
# expect: asin (1e+308-0j) (1.5707963267948966-709.889355822726j)
# expect: asin (1e+308+1j) (1.5707963267948966+709.889355822726j)
# expect: asin (1e+308-2.5j) (1.5707963267948966-709.889355822726j)
# expect: asin (1e+308+1e-05j) (1.5707963267948966+709.889355822726j)
# expect: asin (1e+308+1e+308j) (0.7853981633974483+710.235929413006j)
# expect: asin (1e+308+infj) infj
# expect: asin (1e+308-infj) -infj
# expect: asin (1e+308+nanj) (nan+nanj)
# expect: asin (1e+308+710j) (1.5707963267948966+709.889355822726j)
# expect: asin (inf+0j) (1.5707963267948966+infj)
# expect: asin (inf-0j) (1.5707963267948966-infj)
# expect: asin (inf+1j) (1.5707963267948966+infj)
# expect: asin (inf-2.5j) (1.5707963267948966-infj)
# expect: asin (inf+1e-05j) (1.5707963267948966+infj)
# expect: asin (inf+1e+308j) (1.5707963267948966+infj)
# expect: asin (inf+infj) (0.7853981633974483+infj)
# expect: asin (inf-infj) (0.7853981633974483-infj)
# expect: asin (inf+nanj) (nan-infj)
# expect: asin (inf+710j) (1.5707963267948966+infj)
# expect: asin (-inf+0j) (-1.5707963267948966+infj)
# expect: asin (-inf-0j) (-1.5707963267948966-infj)
# expect: asin (-inf+1j) (-1.5707963267948966+infj)
# expect: asin (-inf-2.5j) (-1.5707963267948966-infj)
# expect: asin (-inf+1e-05j) (-1.5707963267948966+infj)
# expect: asin (-inf+1e+308j) (-1.5707963267948966+infj)
# expect: asin (-inf+infj) (-0.7853981633974483+infj)
# expect: asin (-inf-infj) (-0.7853981633974483-infj)
# expect: asin (-inf+nanj) (nan-infj)
# expect: asin (-inf+710j) (-1.5707963267948966+infj)
# expect: asin (nan+0j) (nan+nanj)
# expect: asin (nan-0j) (nan+nanj)
# expect: asin (nan+1j) (nan+nanj)
# expect: asin (nan-2.5j) (nan+nanj)
# expect: asin (nan+1e-05j) (nan+nanj)
# expect: asin (nan+1e+308j) (nan+nanj)
# expect: asin (nan+infj) (nan+infj)
# expect: asin (nan-infj) (nan-infj)
# expect: asin (nan+nanj) (nan+nanj)
# expect: asin (nan+710j) (nan+nanj)
# expect: asin (710+0j) (1.5707963267948966+7.258411654661591j)
# expect: asin (710-0j) (1.5707963267948966-7.258411654661591j)
# expect: asin (710+1j) (1.5693878756250086+7.258412646530251j)
# expect: asin (710-2.5j) (1.5672752110938528-7.25841785380844j)
# expect: asin (710+1e-05j) (1.5707963127103757+7.258411654661591j)
# expect: asin (710+1e+308j) (7.1e-306+709.889355822726j)
# expect: asin (710+infj) infj
# expect: asin (710-infj) -infj
# expect: asin (710+nanj) (nan+nanj)
# expect: asin (710+710j) (0.785397915430775+7.604985740875371j)
# expect: asin (-1.5722122374486518+0.26537535177571137j) (-1.3585281537760303+1.0535929382029086j)
# expect: asin (-0.7802690007115247+0.6235202315771669j) (-0.659344313165908+0.7239556193461029j)
# expect: asin (0.7543218246483239-2.6068268445611213j) (0.2649828074459594-1.719435025835954j)
# expect: asin (-2.920992050670755+2.02481449257876j) (-0.9457476175965808+1.954787649308027j)
# expect: asin (-1.4438759140319541-1.5940142337198218j) (-0.6835589272871483-1.4683663558328222j)
# expect: asin (2.9738690130627763-0.17841895486531234j) (1.507193404848958-1.7556117992711722j)
# expect: asin (2.0187687076463323-0.1418807478039903j) (1.4901526822014204-1.3314721481212395j)
# expect: asin (0.8344088432649714-2.0963014558588564j) (0.34838620906095447-1.542122015436561j)
# expect: asin (0.8091639497111309+2.20827184285978j) (0.32479936035746626+1.5822152745603753j)
# expect: asin (0.13908726229980806+1.4475111372089415j) (0.07897137485505906+1.1678600154202194j)
# expect: asin (1.0284688522175554-2.615811370638016j) (0.35447338610510026-1.7495965735744048j)
# expect: asin (1.549381477720904+0.5465974975879053j) (1.1584209648166426+1.1167663500894154j)
# expect: asin (-1.192394042905726-2.8139294911815j) (-0.38260861669222723-1.8289095954442267j)
# expect: asin (2.193163421873674-0.163505468007199j) (1.4873004931236409-1.4258406911696087j)
# expect: asin (1.3129435443948188+2.27287680153289j) (0.4940942146452939+1.6771337825754584j)
# expect: asin (1.2847769016672155+2.5265920055032467j) (0.4466291133119777+1.7536945851636998j)
# expect: asin (-0.6302195759955365+1.8054526259113697j) (-0.29925322761435563+1.393062097968776j)
# expect: asin (-0.3322736636954362+2.613520330227127j) (-0.11829209734528118+1.6951384241436058j)
# expect: asin (2.27319996202825-2.415274141614737j) (0.7325524499005415-1.894275397610414j)
# expect: asin (-2.184186838795987-1.698078352601176j) (-0.8776371980286382-1.7041958469156515j)
# expect: asin (2.7928808333892174-0.38302880023542407j) (1.4251783955529842-1.6978961361956741j)
# expect: asin (0.759889745200824-1.1938428094469677j) (0.4717328894004507-1.1027366369206717j)
# expect: asin (0.04345790297435714-0.6848024469305845j) (0.03585654906446177-0.6405351818437152j)
# expect: asin (-0.8945370673789199+0.5104446444321811j) (-0.8044302925717877+0.6819241757586381j)
# expect: asin (0.5055107578211935+2.4252106250866508j) (0.1908553149906081+1.636054376147774j)
# expect: acos 0j (1.5707963267948966-0j)
# expect: acos -0j (1.5707963267948966+0j)
# expect: acos 1j (1.5707963267948966-0.881373587019543j)
# expect: acos -2.5j (1.5707963267948966+1.6472311463710958j)
# expect: acos 1e-05j (1.5707963267948966-9.999999999833334e-06j)
# expect: acos 1e+308j (1.5707963267948966-709.889355822726j)
# expect: acos infj (1.5707963267948966-infj)
# expect: acos -infj (1.5707963267948966+infj)
# expect: acos nanj (1.5707963267948966+nanj)
# expect: acos 710j (1.5707963267948966-7.258412646528284j)
# expect: acos (-0+0j) (1.5707963267948966-0j)
# expect: acos (-0-0j) (1.5707963267948966+0j)
# expect: acos (-0+1j) (1.5707963267948966-0.881373587019543j)
# expect: acos (-0-2.5j) (1.5707963267948966+1.6472311463710958j)
# expect: acos (-0+1e-05j) (1.5707963267948966-9.999999999833334e-06j)
# expect: acos (-0+1e+308j) (1.5707963267948966-709.889355822726j)
# expect: acos (-0+infj) (1.5707963267948966-infj)
# expect: acos (-0-infj) (1.5707963267948966+infj)
# expect: acos (-0+nanj) (1.5707963267948966+nanj)
# expect: acos (-0+710j) (1.5707963267948966-7.258412646528284j)
# expect: acos (1+0j) -0j
# expect: acos (1-0j) 0j
# expect: acos (1+1j) (0.9045568943023814-1.0612750619050357j)
# expect: acos (1-2.5j) (1.2123912958473235+1.7084532853187295j)
# expect: acos (1+1e-05j) (0.0031622750249310667-0.003162280295393834j)
# expect: acos (1+1e+308j) (1.5707963267948966-709.889355822726j)
# expect: acos (1+infj) (1.5707963267948966-infj)
# expect: acos (1-infj) (1.5707963267948966+infj)
# expect: acos (1+nanj) (nan+nanj)
# expect: acos (1+710j) (1.569387878418988-7.258413638391042j)
# expect: acos (-2.5+0j) (3.141592653589793-1.5667992369724109j)
# expect: acos (-2.5-0j) (3.141592653589793+1.5667992369724109j)
# expect: acos (-2.5+1j) (2.7354198370842817-1.6586932988564327j)
# expect: acos (-2.5-2.5j) (2.336221076531418+1.9566101076215752j)
# expect: acos (-2.5+1e-05j) (3.1415882892319886-1.5667992369828025j)
# expect: acos (-2.5+1e+308j) (1.5707963267948966-709.889355822726j)
# expect: acos (-2.5+infj) (1.5707963267948966-infj)
# expect: acos (-2.5-infj) (1.5707963267948966+infj)
# expect: acos (-2.5+nanj) (nan+nanj)
# expect: acos (-2.5+710j) (1.574317435511137-7.258418845638241j)
# expect: acos (1e-05+0j) (1.5707863267948965-0j)
# expect: acos (1e-05-0j) (1.5707863267948965+0j)
# expect: acos (1e-05+1j) (1.5707892557270848-0.8813735870372207j)
# expect: acos (1e-05-2.5j) (1.570792612888133+1.647231146377499j)
# expect: acos (1e-05+1e-05j) (1.570786326794897-1.0000000000333334e-05j)
# expect: acos (1e-05+1e+308j) (1.5707963267948966-709.889355822726j)
# expect: acos (1e-05+infj) (1.5707963267948966-infj)
# expect: acos (1e-05-infj) (1.5707963267948966+infj)
# expect: acos (1e-05+nanj) (nan+nanj)
# expect: acos (1e-05+710j) (1.5707963127104037-7.258412646528284j)
# expect: acos (1e+308+0j) -709.889355822726j
# expect: acos (1e+308-0j) 709.889355822726j
# expect: acos (1e+308+1j) (1e-308-709.889355822726j)
# expect: acos (1e+308-2.5j) (2.5e-308+709.889355822726j)
# expect: acos (1e+308+1e-05j) (1e-313-709.889355822726j)
# expect: acos (1e+308+1e+308j) (0.7853981633974483-710.235929413006j)
# expect: acos (1e+308+infj) (1.5707963267948966-infj)
# expect: acos (1e+308-infj) (1.5707963267948966+infj)
# expect: acos (1e+308+nanj) (nan+nanj)
# expect: acos (1e+308+710j) (7.1e-306-709.889355822726j)
# expect: acos (inf+0j) -infj
# expect: acos (inf-0j) infj
# expect: acos (inf+1j) -infj
# expect: acos (inf-2.5j) infj
# expect: acos (inf+1e-05j) -infj
# expect: acos (inf+1e+308j) -infj
# expect: acos (inf+infj) (0.7853981633974483-infj)
# expect: acos (inf-infj) (0.7853981633974483+infj)
# expect: acos (inf+nanj) (nan+infj)
# expect: acos (inf+710j) -infj
# expect: acos (-inf+0j) (3.141592653589793-infj)
# expect: acos (-inf-0j) (3.141592653589793+infj)
# expect: acos (-inf+1j) (3.141592653589793-infj)
# expect: acos (-inf-2.5j) (3.141592653589793+infj)
# expect: acos (-inf+1e-05j) (3.141592653589793-infj)
# expect: acos (-inf+1e+308j) (3.141592653589793-infj)
# expect: acos (-inf+infj) (2.356194490192345-infj)
# expect: acos (-inf-infj) (2.356194490192345+infj)
# expect: acos (-inf+nanj) (nan+infj)
# expect: acos (-inf+710j) (3.141592653589793-infj)
# expect: acos (nan+0j) (nan+nanj)
# expect: acos (nan-0j) (nan+nanj)
# expect: acos (nan+1j) (nan+nanj)
# expect: acos (nan-2.5j) (nan+nanj)
# expect: acos (nan+1e-05j) (nan+nanj)
# expect: acos (nan+1e+308j) (nan+nanj)
# expect: acos (nan+infj) (nan-infj)
# expect: acos (nan-infj) (nan+infj)
# expect: acos (nan+nanj) (nan+nanj)
# expect: acos (nan+710j) (nan+nanj)
# expect: acos (710+0j) -7.258411654661591j
# expect: acos (710-0j) 7.258411654661591j
# expect: acos (710+1j) (0.0014084511698881108-7.258412646530251j)
# expect: acos (710-2.5j) (0.0035211157010437664+7.25841785380844j)
# expect: acos (710+1e-05j) (1.4084521012227729e-08-7.258411654661591j)
# expect: acos (710+1e+308j) (1.5707963267948966-709.889355822726j)
# expect: acos (710+infj) (1.5707963267948966-infj)
# expect: acos (710-infj) (1.5707963267948966+infj)
# expect: acos (710+nanj) (nan+nanj)
# expect: acos (710+710j) (0.7853984113641216-7.604985740875371j)
# expect: acos (-1.5722122374486518+0.26537535177571137j) (2.929324480570927-1.0535929382029086j)
# expect: acos (-0.7802690007115247+0.6235202315771669j) (2.230140639960805-0.7239556193461029j)
# expect: acos (0.7543218246483239-2.6068268445611213j) (1.305813519348937+1.719435025835954j)
# expect: acos (-2.920992050670755+2.02481449257876j) (2.5165439443914774-1.954787649308027j)
# expect: acos (-1.4438759140319541-1.5940142337198218j) (2.2543552540820446+1.4683663558328222j)
# expect: acos (2.9738690130627763-0.17841895486531234j) (0.06360292194593864+1.7556117992711722j)
# expect: acos (2.0187687076463323-0.1418807478039903j) (0.08064364459347628+1.3314721481212395j)
# expect: acos (0.8344088432649714-2.0963014558588564j) (1.2224101177339421+1.542122015436561j)
# expect: acos (0.8091639497111309+2.20827184285978j) (1.2459969664374304-1.5822152745603753j)
# expect: acos (0.13908726229980806+1.4475111372089415j) (1.4918249519398377-1.1678600154202194j)
# expect: acos (1.0284688522175554-2.615811370638016j) (1.2163229406897962+1.7495965735744048j)
# expect: acos (1.549381477720904+0.5465974975879053j) (0.412375361978254-1.1167663500894154j)
# expect: acos (-1.192394042905726-2.8139294911815j) (1.953404943487124+1.8289095954442267j)
# expect: acos (2.193163421873674-0.163505468007199j) (0.08349583367125565+1.4258406911696087j)
# expect: acos (1.3129435443948188+2.27287680153289j) (1.0767021121496028-1.6771337825754584j)
# expect: acos (1.2847769016672155+2.5265920055032467j) (1.1241672134829188-1.7536945851636998j)
# expect: acos (-0.6302195759955365+1.8054526259113697j) (1.8700495544092521-1.393062097968776j)
# expect: acos (-0.3322736636954362+2.613520330227127j) (1.6890884241401778-1.6951384241436058j)
# expect: acos (2.27319996202825-2.415274141614737j) (0.8382438768943551+1.894275397610414j)
# expect: acos (-2.184186838795987-1.698078352601176j) (2.448433524823535+1.7041958469156515j)
# expect: acos (2.7928808333892174-0.38302880023542407j) (0.1456179312419123+1.6978961361956741j)
# expect: acos (0.759889745200824-1.1938428094469677j) (1.099063437394446+1.1027366369206717j)
# expect: acos (0.04345790297435714-0.6848024469305845j) (1.534939777730435+0.6405351818437152j)
# expect: acos (-0.8945370673789199+0.5104446444321811j) (2.375226619366684-0.6819241757586381j)
# expect: acos (0.5055107578211935+2.4252106250866508j) (1.3799410118042885-1.636054376147774j)
# expect: atan 0j 0j
# expect: atan -0j -0j
# expect: atan 1j ValueError math domain error
# expect: atan -2.5j (1.5707963267948966-0.42364893019360184j)
# expect: atan 1e-05j 1.0000000000333332e-05j
# expect: atan 1e+308j (1.5707963267948966+1e-308j)
# expect: atan infj (1.5707963267948966+0j)
# expect: atan -infj (1.5707963267948966-0j)
# expect: atan nanj (nan+nanj)
# expect: atan 710j (1.5707963267948966+0.001408451635556689j)
# expect: atan (-0+0j) (-0+0j)
# expect: atan (-0-0j) (-0-0j)
# expect: atan (-0+1j) ValueError math domain error
# expect: atan (-0-2.5j) (-1.5707963267948966-0.42364893019360184j)
# expect: atan (-0+1e-05j) (-0+1.0000000000333332e-05j)
# expect: atan (-0+1e+308j) (-1.5707963267948966+1e-308j)
# expect: atan (-0+infj) (-1.5707963267948966+0j)
# expect: atan (-0-infj) (-1.5707963267948966-0j)
# expect: atan (-0+nanj) (nan+nanj)
# expect: atan (-0+710j) (-1.5707963267948966+0.001408451635556689j)
# expect: atan (1+0j) (0.7853981633974483+0j)
# expect: atan (1-0j) (0.7853981633974483-0j)
# expect: atan (1+1j) (1.0172219678978514+0.40235947810852507j)
# expect: atan (1-2.5j) (1.4159448545236686-0.3513356390226463j)
# expect: atan (1+1e-05j) (0.7853981634224483+4.999999999916667e-06j)
# expect: atan (1+1e+308j) (1.5707963267948966+1e-308j)
# expect: atan (1+infj) (1.5707963267948966+0j)
# expect: atan (1-infj) (1.5707963267948966-0j)
# expect: atan (1+nanj) (nan+nanj)
# expect: atan (1+710j) (1.5707943430615103+0.0014084488415604616j)
# expect: atan (-2.5+0j) (-1.1902899496825317+0j)
# expect: atan (-2.5-0j) (-1.1902899496825317-0j)
# expect: atan (-2.5+1j) (-1.2334258556831204+0.12367406045902676j)
# expect: atan (-2.5-2.5j) (-1.3657326565241512-0.1944261421470021j)
# expect: atan (-2.5+1e-05j) (-1.190289949687288+1.3793103448120601e-06j)
# expect: atan (-2.5+1e+308j) (-1.5707963267948966+1e-308j)
# expect: atan (-2.5+infj) (-1.5707963267948966+0j)
# expect: atan (-2.5-infj) (-1.5707963267948966-0j)
# expect: atan (-2.5+nanj) (nan+nanj)
# expect: atan (-2.5+710j) (-1.5707913675130802+0.0014084341732621313j)
# expect: atan (1e-05+0j) (9.999999999666668e-06+0j)
# expect: atan (1e-05-0j) (9.999999999666668e-06-0j)
# expect: atan (1e-05+1j) (0.7854006633974483+6.103036322771337j)
# expect: atan (1e-05-2.5j) (1.570794422032992-0.42364893018453154j)
# expect: atan (1e-05+1e-05j) (1.0000000000666667e-05+9.999999999333333e-06j)
# expect: atan (1e-05+1e+308j) (1.5707963267948966+1e-308j)
# expect: atan (1e-05+infj) (1.5707963267948966+0j)
# expect: atan (1e-05-infj) (1.5707963267948966-0j)
# expect: atan (1e-05+nanj) (nan+nanj)
# expect: atan (1e-05+710j) (1.5707963267750593+0.0014084516355566887j)
# expect: atan (1e+308+0j) (1.5707963267948966+0j)
# expect: atan (1e+308-0j) (1.5707963267948966-0j)
# expect: atan (1e+308+1j) (1.5707963267948966+0j)
# expect: atan (1e+308-2.5j) (1.5707963267948966-0j)
# expect: atan (1e+308+1e-05j) (1.5707963267948966+0j)
# expect: atan (1e+308+1e+308j) (1.5707963267948966+5e-309j)
# expect: atan (1e+308+infj) (1.5707963267948966+0j)
# expect: atan (1e+308-infj) (1.5707963267948966-0j)
# expect: atan (1e+308+nanj) (nan+nanj)
# expect: atan (1e+308+710j) (1.5707963267948966+0j)
# expect: atan (inf+0j) (1.5707963267948966+0j)
# expect: atan (inf-0j) (1.5707963267948966-0j)
# expect: atan (inf+1j) (1.5707963267948966+0j)
# expect: atan (inf-2.5j) (1.5707963267948966-0j)
# expect: atan (inf+1e-05j) (1.5707963267948966+0j)
# expect: atan (inf+1e+308j) (1.5707963267948966+0j)
# expect: atan (inf+infj) (1.5707963267948966+0j)
# expect: atan (inf-infj) (1.5707963267948966-0j)
# expect: atan (inf+nanj) (1.5707963267948966-0j)
# expect: atan (inf+710j) (1.5707963267948966+0j)
# expect: atan (-inf+0j) (-1.5707963267948966+0j)
# expect: atan (-inf-0j) (-1.5707963267948966-0j)
# expect: atan (-inf+1j) (-1.5707963267948966+0j)
# expect: atan (-inf-2.5j) (-1.5707963267948966-0j)
# expect: atan (-inf+1e-05j) (-1.5707963267948966+0j)
# expect: atan (-inf+1e+308j) (-1.5707963267948966+0j)
# expect: atan (-inf+infj) (-1.5707963267948966+0j)
# expect: atan (-inf-infj) (-1.5707963267948966-0j)
# expect: atan (-inf+nanj) (-1.5707963267948966-0j)
# expect: atan (-inf+710j) (-1.5707963267948966+0j)
# expect: atan (nan+0j) (nan+0j)
# expect: atan (nan-0j) (nan-0j)
# expect: atan (nan+1j) (nan+nanj)
# expect: atan (nan-2.5j) (nan+nanj)
# expect: atan (nan+1e-05j) (nan+nanj)
# expect: atan (nan+1e+308j) (nan+nanj)
# expect: atan (nan+infj) (nan+0j)
# expect: atan (nan-infj) (nan-0j)
# expect: atan (nan+nanj) (nan+nanj)
# expect: atan (nan+710j) (nan+nanj)
# expect: atan (710+0j) (1.5693878770220004+0j)
# expect: atan (710-0j) (1.5693878770220004-0j)
# expect: atan (710+1j) (1.5693878798159744+1.983725515878229e-06j)
# expect: atan (710-2.5j) (1.5693878944841564-4.9592621413042185e-06j)
# expect: atan (710+1e-05j) (1.5693878770220004+1.983729451042549e-11j)
# expect: atan (710+1e+308j) (1.5707963267948966+1e-308j)
# expect: atan (710+infj) (1.5707963267948966+0j)
# expect: atan (710-infj) (1.5707963267948966-0j)
# expect: atan (710+nanj) (nan+nanj)
# expect: atan (710+710j) (1.5700921012099516+0.0007042251192799805j)
# expect: atan (-1.5722122374486518+0.26537535177571137j) (-1.0133992400355014+0.07548493591408977j)
# expect: atan (-0.7802690007115247+0.6235202315771669j) (-0.7846282989527591+0.3659859308585613j)
# expect: atan (0.7543218246483239-2.6068268445611213j) (1.4544248166122205-0.3651948658810664j)
# expect: atan (-2.920992050670755+2.02481449257876j) (-1.3380809596776713+0.15314946701518983j)
# expect: atan (-1.4438759140319541-1.5940142337198218j) (-1.2345019741464651-0.3213198558102412j)
# expect: atan (2.9738690130627763-0.17841895486531234j) (1.247386465013865-0.018074274846745647j)
# expect: atan (2.0187687076463323-0.1418807478039903j) (1.11244825227529-0.027872846743574115j)
# expect: atan (0.8344088432649714-2.0963014558588564j) (1.3771248595254932-0.42241548919595295j)
# expect: atan (0.8091639497111309+2.20827184285978j) (1.3992806067237822+0.41105923671307576j)
# expect: atan (0.13908726229980806+1.4475111372089415j) (1.4485113206547569+0.8273156970124188j)
# expect: atan (1.0284688522175554-2.615811370638016j) (1.4259410805979595-0.337155443618909j)
# expect: atan (1.549381477720904+0.5465974975879053j) (1.0362039326962988+0.1522963286698648j)
# expect: atan (-1.192394042905726-2.8139294911815j) (-1.431539520116871-0.3051087764757234j)
# expect: atan (2.193163421873674-0.163505468007199j) (1.1447268866121219-0.02804270842456216j)
# expect: atan (1.3129435443948188+2.27287680153289j) (1.3611029699218877+0.32834506919760637j)
# expect: atan (1.2847769016672155+2.5265920055032467j) (1.3956817434037039+0.3159302921240867j)
# expect: atan (-0.6302195759955365+1.8054526259113697j) (-1.349311427257564+0.5168635684857467j)
# expect: atan (-0.3322736636954362+2.613520330227127j) (-1.5150979608476407+0.39485376787570603j)
# expect: atan (2.27319996202825-2.415274141614737j) (1.357462003109436-0.21332184168578308j)
# expect: atan (-2.184186838795987-1.698078352601176j) (-1.2803345005786457-0.2073353733294318j)
# expect: atan (2.7928808333892174-0.38302880023542407j) (1.232188675059883-0.04291645219852703j)
# expect: atan (0.759889745200824-1.1938428094469677j) (1.0770018395501761-0.5426841308688458j)
# expect: atan (0.04345790297435714-0.6848024469305845j) (0.08139982869725552-0.8335604958165211j)
# expect: atan (-0.8945370673789199+0.5104446444321811j) (-0.8023697818325731+0.27159368208621515j)
# expect: atan (0.5055107578211935+2.4252106250866508j) (1.4736357980286638+0.41418368473313477j)
# expect: sinh 0j 0j
# expect: sinh -0j -0j
# expect: sinh 1j 0.8414709848078965j
# expect: sinh -2.5j (-0-0.5984721441039565j)
# expect: sinh 1e-05j 9.999999999833334e-06j
# expect: sinh 1e+308j (-0+0.4533964905016491j)
# expect: sinh infj ValueError math domain error
# expect: sinh -infj ValueError math domain error
# expect: sinh nanj nanj
# expect: sinh 710j 6.0288706691585265e-05j
# expect: sinh (-0+0j) (-0+0j)
# expect: sinh (-0-0j) (-0-0j)
# expect: sinh (-0+1j) (-0+0.8414709848078965j)
# expect: sinh (-0-2.5j) -0.5984721441039565j
# expect: sinh (-0+1e-05j) (-0+9.999999999833334e-06j)
# expect: sinh (-0+1e+308j) 0.4533964905016491j
# expect: sinh (-0+infj) ValueError math domain error
# expect: sinh (-0-infj) ValueError math domain error
# expect: sinh (-0+nanj) nanj
# expect: sinh (-0+710j) (-0+6.0288706691585265e-05j)
# expect: sinh (1+0j) (1.1752011936438014+0j)
# expect: sinh (1-0j) (1.1752011936438014-0j)
# expect: sinh (1+1j) (0.6349639147847361+1.2984575814159773j)
# expect: sinh (1-2.5j) (-0.9415049332708672-0.9234907760431733j)
# expect: sinh (1+1e-05j) (1.1752011935850413+1.5430806347895257e-05j)
# expect: sinh (1+1e+308j) (-1.0474673274751902+0.6996273443862883j)
# expect: sinh (1+infj) ValueError math domain error
# expect: sinh (1-infj) ValueError math domain error
# expect: sinh (1+nanj) (nan+nanj)
# expect: sinh (1+710j) (1.175201191508033+9.303033579384142e-05j)
# expect: sinh (-2.5+0j) (-6.0502044810397875+0j)
# expect: sinh (-2.5-0j) (-6.0502044810397875-0j)
# expect: sinh (-2.5+1j) (-3.268939432079549+5.160143667579705j)
# expect: sinh (-2.5-2.5j) (4.847082692738475-3.670004433160462j)
# expect: sinh (-2.5+1e-05j) (-6.0502044807372775+6.132289479561481e-05j)
# expect: sinh (-2.5+1e+308j) (5.392601328784902+2.780358528819699j)
# expect: sinh (-2.5+infj) ValueError math domain error
# expect: sinh (-2.5-infj) ValueError math domain error
# expect: sinh (-2.5+nanj) (nan+nanj)
# expect: sinh (-2.5+710j) (-6.050204470044363+0.00036970780178733796j)
# expect: sinh (1e-05+0j) (1.0000000000166668e-05+0j)
# expect: sinh (1e-05-0j) (1.0000000000166668e-05-0j)
# expect: sinh (1e-05+1j) (5.403023058771449e-06+0.8414709848499701j)
# expect: sinh (1e-05-2.5j) (-8.011436155602862e-06-0.5984721441338802j)
# expect: sinh (1e-05+1e-05j) (9.999999999666668e-06+1.0000000000333334e-05j)
# expect: sinh (1e-05+1e+308j) (-8.913089377018887e-06+0.4533964905243189j)
# expect: sinh (1e-05+infj) ValueError math domain error
# expect: sinh (1e-05-infj) ValueError math domain error
# expect: sinh (1e-05+nanj) (nan+nanj)
# expect: sinh (1e-05+710j) (9.999999981993027e-06+6.02887066945997e-05j)
# expect: sinh (1e+308+0j) OverflowError math range error
# expect: sinh (1e+308-0j) OverflowError math range error
# expect: sinh (1e+308+1j) OverflowError math range error
# expect: sinh (1e+308-2.5j) OverflowError math range error
# expect: sinh (1e+308+1e-05j) OverflowError math range error
# expect: sinh (1e+308+1e+308j) OverflowError math range error
# expect: sinh (1e+308+infj) ValueError math domain error
# expect: sinh (1e+308-infj) ValueError math domain error
# expect: sinh (1e+308+nanj) (nan+nanj)
# expect: sinh (1e+308+710j) OverflowError math range error
# expect: sinh (inf+0j) (inf+0j)
# expect: sinh (inf-0j) (inf-0j)
# expect: sinh (inf+1j) (inf+infj)
# expect: sinh (inf-2.5j) (-inf-infj)
# expect: sinh (inf+1e-05j) (inf+infj)
# expect: sinh (inf+1e+308j) (-inf+infj)
# expect: sinh (inf+infj) ValueError math domain error
# expect: sinh (inf-infj) ValueError math domain error
# expect: sinh (inf+nanj) (inf+nanj)
# expect: sinh (inf+710j) (inf+infj)
# expect: sinh (-inf+0j) (-inf+0j)
# expect: sinh (-inf-0j) (-inf-0j)
# expect: sinh (-inf+1j) (-inf+infj)
# expect: sinh (-inf-2.5j) (inf-infj)
# expect: sinh (-inf+1e-05j) (-inf+infj)
# expect: sinh (-inf+1e+308j) (inf+infj)
# expect: sinh (-inf+infj) ValueError math domain error
# expect: sinh (-inf-infj) ValueError math domain error
# expect: sinh (-inf+nanj) (inf+nanj)
# expect: sinh (-inf+710j) (-inf+infj)
# expect: sinh (nan+0j) (nan+0j)
# expect: sinh (nan-0j) (nan-0j)
# expect: sinh (nan+1j) (nan+nanj)
# expect: sinh (nan-2.5j) (nan+nanj)
# expect: sinh (nan+1e-05j) (nan+nanj)
# expect: sinh (nan+1e+308j) (nan+nanj)
# expect: sinh (nan+infj) (nan+nanj)
# expect: sinh (nan-infj) (nan+nanj)
# expect: sinh (nan+nanj) (nan+nanj)
# expect: sinh (nan+710j) (nan+nanj)
# expect: sinh (710+0j) (1.1169973830808555e+308+0j)
# expect: sinh (710-0j) (1.1169973830808555e+308-0j)
# expect: sinh (710+1j) (6.035162617272641e+307+9.399208879688905e+307j)
# expect: sinh (710-2.5j) (-8.9487532203786e+307-6.684918188109082e+307j)
# expect: sinh (710+1e-05j) (1.1169973830250057e+308+1.116997383062239e+303j)
# expect: sinh (710+1e+308j) (-9.955897509129936e+307+5.06442693388386e+307j)
# expect: sinh (710+infj) ValueError math domain error
# expect: sinh (710-infj) ValueError math domain error
# expect: sinh (710+nanj) (nan+nanj)
# expect: sinh (710+710j) (1.1169973810508647e+308+6.734232760383e+303j)
# expect: sinh (-1.5722122374486518+0.26537535177571137j) (-2.2241705519575037+0.6589412547672846j)
# expect: sinh (-0.7802690007115247+0.6235202315771669j) (-0.6997050264476581+0.7708433164248424j)
# expect: sinh (0.7543218246483239-2.6068268445611213j) (-0.7123322856730018-0.6616391975956821j)
# expect: sinh (-2.920992050670755+2.02481449257876j) (4.058140603640695+8.363934227583178j)
# expect: sinh (-1.4438759140319541-1.5940142337198218j) (0.046444124968279356-2.235946117368134j)
# expect: sinh (2.9738690130627763-0.17841895486531234j) (9.60328129975035-1.7408929287437793j)
# expect: sinh (2.0187687076463323-0.1418807478039903j) (3.6609555305394887-0.5417140159137247j)
# expect: sinh (0.8344088432649714-2.0963014558588564j) (-0.46887245292481683-1.1841013536013967j)
# expect: sinh (0.8091639497111309+2.20827184285978j) (-0.5358896444184736+1.0813491794580632j)
# expect: sinh (0.13908726229980806+1.4475111372089415j) (0.01715919485508817+1.0020247047736188j)
# expect: sinh (1.0284688522175554-2.615811370638016j) (-1.054882532001141-0.7915627039433477j)
# expect: sinh (1.549381477720904+0.5465974975879053j) (1.9205378463902023+1.2789107089920924j)
# expect: sinh (-1.192394042905726-2.8139294911815j) (1.4161556204817942-0.5790477195347972j)
# expect: sinh (2.193163421873674-0.163505468007199j) (4.366949749692628-0.7386118659638059j)
# expect: sinh (1.3129435443948188+2.27287680153289j) (-1.1133954490419697+1.5217041332977845j)
# expect: sinh (1.2847769016672155+2.5265920055032467j) (-1.3628468484516392+1.1223509229190844j)
# expect: sinh (-0.6302195759955365+1.8054526259113697j) (0.15642582392867813+1.1722182114478443j)
# expect: sinh (-0.3322736636954362+2.613520330227127j) (0.29232185221717943+0.5319410827381171j)
# expect: sinh (2.27319996202825-2.415274141614737j) (-3.5913791341326764-3.258648372073952j)
# expect: sinh (-2.184186838795987-1.698078352601176j) (0.5566800035277233-4.461609390458601j)
# expect: sinh (2.7928808333892174-0.38302880023542407j) (7.5440037636752715-3.0625866914856914j)
# expect: sinh (0.759889745200824-1.1938428094469677j) (0.3074141610333477-1.211404510377166j)
# expect: sinh (0.04345790297435714-0.6848024469305845j) (0.03367065480942723-0.6331173895915526j)
# expect: sinh (-0.8945370673789199+0.5104446444321811j) (-0.8888463660478494+0.6974268837227734j)
# expect: sinh (0.5055107578211935+2.4252106250866508j) (-0.39769557375606546+0.7423642002709268j)
# expect: cosh 0j (1+0j)
# expect: cosh -0j (1-0j)
# expect: cosh 1j (0.5403023058681398+0j)
# expect: cosh -2.5j (-0.8011436155469337-0j)
# expect: cosh 1e-05j (0.99999999995+0j)
# expect: cosh 1e+308j (-0.8913089376870335+0j)
# expect: cosh infj ValueError math domain error
# expect: cosh -infj ValueError math domain error
# expect: cosh nanj (nan+0j)
# expect: cosh 710j (0.999999998182636+0j)
# expect: cosh (-0+0j) (1-0j)
# expect: cosh (-0-0j) (1+0j)
# expect: cosh (-0+1j) (0.5403023058681398-0j)
# expect: cosh (-0-2.5j) (-0.8011436155469337+0j)
# expect: cosh (-0+1e-05j) (0.99999999995-0j)
# expect: cosh (-0+1e+308j) (-0.8913089376870335-0j)
# expect: cosh (-0+infj) ValueError math domain error
# expect: cosh (-0-infj) ValueError math domain error
# expect: cosh (-0+nanj) (nan+0j)
# expect: cosh (-0+710j) (0.999999998182636-0j)
# expect: cosh (1+0j) (1.5430806348152437+0j)
# expect: cosh (1-0j) (1.5430806348152437-0j)
# expect: cosh (1+1j) (0.8337300251311491+0.9888977057628651j)
# expect: cosh (1-2.5j) (-1.236229198856342-0.7033251781135349j)
# expect: cosh (1+1e-05j) (1.5430806347380897+1.1752011936242148e-05j)
# expect: cosh (1+1e+308j) (-1.375361561382608+0.5328320968314485j)
# expect: cosh (1+infj) ValueError math domain error
# expect: cosh (1-infj) ValueError math domain error
# expect: cosh (1+nanj) (nan+nanj)
# expect: cosh (1+710j) (1.5430806320109045+7.085136006719203e-05j)
# expect: cosh (-2.5+0j) (6.132289479663686-0j)
# expect: cosh (-2.5-0j) (6.132289479663686+0j)
# expect: cosh (-2.5+1j) (3.3132901461132245-5.091071522949698j)
# expect: cosh (-2.5-2.5j) (-4.91284456531819+3.620878848035247j)
# expect: cosh (-2.5+1e-05j) (6.1322894793570715-6.050204480938951e-05j)
# expect: cosh (-2.5+1e+308j) (-5.4657644217084105-2.7431414785207906j)
# expect: cosh (-2.5+infj) ValueError math domain error
# expect: cosh (-2.5-infj) ValueError math domain error
# expect: cosh (-2.5+nanj) (nan+nanj)
# expect: cosh (-2.5+710j) (6.132289468519083-0.0003647590033815226j)
# expect: cosh (1e-05+0j) (1.00000000005+0j)
# expect: cosh (1e-05-0j) (1.00000000005-0j)
# expect: cosh (1e-05+1j) (0.5403023058951549+8.41470984821921e-06j)
# expect: cosh (1e-05-2.5j) (-0.8011436155869909-5.984721441139311e-06j)
# expect: cosh (1e-05+1e-05j) (1+1.0000000000000002e-10j)
# expect: cosh (1e-05+1e+308j) (-0.8913089377315989+4.5339649050920574e-06j)
# expect: cosh (1e-05+infj) ValueError math domain error
# expect: cosh (1e-05-infj) ValueError math domain error
# expect: cosh (1e-05+nanj) (nan+nanj)
# expect: cosh (1e-05+710j) (0.999999998232636+6.028870669259009e-10j)
# expect: cosh (1e+308+0j) OverflowError math range error
# expect: cosh (1e+308-0j) OverflowError math range error
# expect: cosh (1e+308+1j) OverflowError math range error
# expect: cosh (1e+308-2.5j) OverflowError math range error
# expect: cosh (1e+308+1e-05j) OverflowError math range error
# expect: cosh (1e+308+1e+308j) OverflowError math range error
# expect: cosh (1e+308+infj) ValueError math domain error
# expect: cosh (1e+308-infj) ValueError math domain error
# expect: cosh (1e+308+nanj) (nan+nanj)
# expect: cosh (1e+308+710j) OverflowError math range error
# expect: cosh (inf+0j) (inf+0j)
# expect: cosh (inf-0j) (inf-0j)
# expect: cosh (inf+1j) (inf+infj)
# expect: cosh (inf-2.5j) (-inf-infj)
# expect: cosh (inf+1e-05j) (inf+infj)
# expect: cosh (inf+1e+308j) (-inf+infj)
# expect: cosh (inf+infj) ValueError math domain error
# expect: cosh (inf-infj) ValueError math domain error
# expect: cosh (inf+nanj) (inf+nanj)
# expect: cosh (inf+710j) (inf+infj)
# expect: cosh (-inf+0j) (inf-0j)
# expect: cosh (-inf-0j) (inf+0j)
# expect: cosh (-inf+1j) (inf-infj)
# expect: cosh (-inf-2.5j) (-inf+infj)
# expect: cosh (-inf+1e-05j) (inf-infj)
# expect: cosh (-inf+1e+308j) (-inf-infj)
# expect: cosh (-inf+infj) ValueError math domain error
# expect: cosh (-inf-infj) ValueError math domain error
# expect: cosh (-inf+nanj) (inf+nanj)
# expect: cosh (-inf+710j) (inf-infj)
# expect: cosh (nan+0j) (nan+0j)
# expect: cosh (nan-0j) (nan+0j)
# expect: cosh (nan+1j) (nan+nanj)
# expect: cosh (nan-2.5j) (nan+nanj)
# expect: cosh (nan+1e-05j) (nan+nanj)
# expect: cosh (nan+1e+308j) (nan+nanj)
# expect: cosh (nan+infj) (nan+nanj)
# expect: cosh (nan-infj) (nan+nanj)
# expect: cosh (nan+nanj) (nan+nanj)
# expect: cosh (nan+710j) (nan+nanj)
# expect: cosh (710+0j) (1.1169973830808555e+308+0j)
# expect: cosh (710-0j) (1.1169973830808555e+308-0j)
# expect: cosh (710+1j) (6.035162617272641e+307+9.399208879688905e+307j)
# expect: cosh (710-2.5j) (-8.9487532203786e+307-6.684918188109082e+307j)
# expect: cosh (710+1e-05j) (1.1169973830250057e+308+1.116997383062239e+303j)
# expect: cosh (710+1e+308j) (-9.955897509129936e+307+5.06442693388386e+307j)
# expect: cosh (710+infj) ValueError math domain error
# expect: cosh (710-infj) ValueError math domain error
# expect: cosh (710+nanj) (nan+nanj)
# expect: cosh (710+710j) (1.1169973810508647e+308+6.734232760383e+303j)
# expect: cosh (-1.5722122374486518+0.26537535177571137j) (2.424489287473316-0.6044975087725365j)
# expect: cosh (-0.7802690007115247+0.6235202315771669j) (1.0717517857189602-0.5032535987278299j)
# expect: cosh (0.7543218246483239-2.6068268445611213j) (-1.1169981225697805-0.42194069299766435j)
# expect: cosh (-2.920992050670755+2.02481449257876j) (-4.081771394203181-8.315512510901268j)
# expect: cosh (-1.4438759140319541-1.5940142337198218j) (-0.05192331929957341+1.9999985035286025j)
# expect: cosh (2.9738690130627763-0.17841895486531234j) (9.653575231749395-1.731823092079753j)
# expect: cosh (2.0187687076463323-0.1418807478039903j) (3.792439842929145-0.5229327305554202j)
# expect: cosh (0.8344088432649714-2.0963014558588564j) (-0.6866543094827661-0.8085473265184789j)
# expect: cosh (0.8091639497111309+2.20827184285978j) (-0.8008766746778992+0.7235618736243623j)
# expect: cosh (0.13908726229980806+1.4475111372089415j) (0.12416451270494379+0.13847706389088194j)
# expect: cosh (1.0284688522175554-2.615811370638016j) (-1.364142468309607-0.6121103101556066j)
# expect: cosh (1.549381477720904+0.5465974975879053j) (2.101973058972527+1.168519457606018j)
# expect: cosh (-1.192394042905726-2.8139294911815j) (-1.7035026540845464+0.4813738802109727j)
# expect: cosh (2.193163421873674-0.163505468007199j) (4.477025068832365-0.7204518298647525j)
# expect: cosh (1.3129435443948188+2.27287680153289j) (-1.287135108498917+1.3163019527747841j)
# expect: cosh (1.2847769016672155+2.5265920055032467j) (-1.588858012876658+0.9626992505061583j)
# expect: cosh (-0.6302195759955365+1.8054526259113697j) (-0.2802308730514194-0.6543361819962104j)
# expect: cosh (-0.3322736636954362+2.613520330227127j) (-0.911903451421882-0.17052024787707362j)
# expect: cosh (2.27319996202825-2.415274141614737j) (-3.6683710768987075-3.190255708491662j)
# expect: cosh (-2.184186838795987-1.698078352601176j) (-0.5709693875085211+4.349950777672386j)
# expect: cosh (2.7928808333892174-0.38302880023542407j) (7.600810321912096-3.0396976833566947j)
# expect: cosh (0.759889745200824-1.1938428094469677j) (0.47957628591430507-0.7765248453009498j)
# expect: cosh (0.04345790297435714-0.6848024469305845j) (0.7752755313760087-0.027496646309663867j)
# expect: cosh (-0.8945370673789199+0.5104446444321811j) (1.245532757317396-0.49770296890159926j)
# expect: cosh (0.5055107578211935+2.4252106250866508j) (-0.8526188792736419+0.34626837821633005j)
# expect: tanh 0j 0j
# expect: tanh -0j -0j
# expect: tanh 1j 1.5574077246549023j
# expect: tanh -2.5j 0.7470222972386603j
# expect: tanh 1e-05j 1.0000000000333334e-05j
# expect: tanh 1e+308j -0.5086861259107568j
# expect: tanh infj ValueError math domain error
# expect: tanh -infj ValueError math domain error
# expect: tanh nanj (nan+nanj)
# expect: tanh 710j 6.0288706801151796e-05j
# expect: tanh (-0+0j) (-0+0j)
# expect: tanh (-0-0j) (-0-0j)
# expect: tanh (-0+1j) (-0+1.5574077246549023j)
# expect: tanh (-0-2.5j) (-0+0.7470222972386603j)
# expect: tanh (-0+1e-05j) (-0+1.0000000000333334e-05j)
# expect: tanh (-0+1e+308j) (-0-0.5086861259107568j)
# expect: tanh (-0+infj) ValueError math domain error
# expect: tanh (-0-infj) ValueError math domain error
# expect: tanh (-0+nanj) (nan+nanj)
# expect: tanh (-0+710j) (-0+6.0288706801151796e-05j)
# expect: tanh (1+0j) (0.7615941559557649+0j)
# expect: tanh (1-0j) (0.7615941559557649-0j)
# expect: tanh (1+1j) (1.0839233273386946+0.2717525853195118j)
# expect: tanh (1-2.5j) (0.8964379171278617+0.23701383091627062j)
# expect: tanh (1+1e-05j) (0.7615941559877499+4.199743416036658e-06j)
# expect: tanh (1+1e+308j) (0.8335580973023862-0.18575539897523272j)
# expect: tanh (1+infj) ValueError math domain error
# expect: tanh (1-infj) ValueError math domain error
# expect: tanh (1+nanj) (nan+nanj)
# expect: tanh (1+710j) (0.7615941571183327+2.5319709892194873e-05j)
# expect: tanh (-2.5+0j) (-0.9866142981514303+0j)
# expect: tanh (-2.5-0j) (-0.9866142981514303-0j)
# expect: tanh (-2.5+1j) (-1.00554801189506+0.012322138255828357j)
# expect: tanh (-2.5-2.5j) (-0.9961016773157655+0.012872570755000078j)
# expect: tanh (-2.5+1e-05j) (-0.9866142981540539+2.659222668145852e-07j)
# expect: tanh (-2.5+1e+308j) (-0.9920372907308294-0.01080542149639745j)
# expect: tanh (-2.5+infj) ValueError math domain error
# expect: tanh (-2.5-infj) ValueError math domain error
# expect: tanh (-2.5+nanj) (nan+nanj)
# expect: tanh (-2.5+710j) (-0.9866142982467918+1.603210952018559e-06j)
# expect: tanh (1e-05+0j) (9.999999999666668e-06+0j)
# expect: tanh (1e-05-0j) (9.999999999666668e-06-0j)
# expect: tanh (1e-05+1j) (3.42551881986971e-05+1.5574077241214093j)
# expect: tanh (1e-05-2.5j) (1.5580423124328455e-05+0.7470222971222711j)
# expect: tanh (1e-05+1e-05j) (1.0000000000666668e-05+9.999999999333333e-06j)
# expect: tanh (1e-05+1e+308j) (1.2587615746195637e-05-0.5086861258467253j)
# expect: tanh (1e-05+infj) ValueError math domain error
# expect: tanh (1e-05-infj) ValueError math domain error
# expect: tanh (1e-05+nanj) (nan+nanj)
# expect: tanh (1e-05+710j) (1.000000003601395e-05+6.028870679512293e-05j)
# expect: tanh (1e+308+0j) (1+0j)
# expect: tanh (1e+308-0j) (1-0j)
# expect: tanh (1e+308+1j) (1+0j)
# expect: tanh (1e+308-2.5j) (1+0j)
# expect: tanh (1e+308+1e-05j) (1+0j)
# expect: tanh (1e+308+1e+308j) (1-0j)
# expect: tanh (1e+308+infj) ValueError math domain error
# expect: tanh (1e+308-infj) ValueError math domain error
# expect: tanh (1e+308+nanj) (nan+nanj)
# expect: tanh (1e+308+710j) (1+0j)
# expect: tanh (inf+0j) (1+0j)
# expect: tanh (inf-0j) (1-0j)
# expect: tanh (inf+1j) (1+0j)
# expect: tanh (inf-2.5j) (1+0j)
# expect: tanh (inf+1e-05j) (1+0j)
# expect: tanh (inf+1e+308j) (1-0j)
# expect: tanh (inf+infj) (1+0j)
# expect: tanh (inf-infj) (1+0j)
# expect: tanh (inf+nanj) (1+0j)
# expect: tanh (inf+710j) (1+0j)
# expect: tanh (-inf+0j) (-1+0j)
# expect: tanh (-inf-0j) (-1-0j)
# expect: tanh (-inf+1j) (-1+0j)
# expect: tanh (-inf-2.5j) (-1+0j)
# expect: tanh (-inf+1e-05j) (-1+0j)
# expect: tanh (-inf+1e+308j) (-1-0j)
# expect: tanh (-inf+infj) (-1+0j)
# expect: tanh (-inf-infj) (-1+0j)
# expect: tanh (-inf+nanj) (-1+0j)
# expect: tanh (-inf+710j) (-1+0j)
# expect: tanh (nan+0j) (nan+0j)
# expect: tanh (nan-0j) (nan-0j)
# expect: tanh (nan+1j) (nan+nanj)
# expect: tanh (nan-2.5j) (nan+nanj)
# expect: tanh (nan+1e-05j) (nan+nanj)
# expect: tanh (nan+1e+308j) (nan+nanj)
# expect: tanh (nan+infj) (nan+nanj)
# expect: tanh (nan-infj) (nan+nanj)
# expect: tanh (nan+nanj) (nan+nanj)
# expect: tanh (nan+710j) (nan+nanj)
# expect: tanh (710+0j) (1+0j)
# expect: tanh (710-0j) (1-0j)
# expect: tanh (710+1j) (1+0j)
# expect: tanh (710-2.5j) (1+0j)
# expect: tanh (710+1e-05j) (1+0j)
# expect: tanh (710+1e+308j) (1-0j)
# expect: tanh (710+infj) ValueError math domain error
# expect: tanh (710-infj) ValueError math domain error
# expect: tanh (710+nanj) (nan+nanj)
# expect: tanh (710+710j) (1+0j)
# expect: tanh (-1.5722122374486518+0.26537535177571137j) (-0.927483820521367+0.0405362054363647j)
# expect: tanh (-0.7802690007115247+0.6235202315771669j) (-0.8116318837135222+0.3381255388911396j)
# expect: tanh (0.7543218246483239-2.6068268445611213j) (0.7538978666726568+0.3075555834346528j)
# expect: tanh (-2.920992050670755+2.02481449257876j) (-1.003568358933693-0.004593344779676667j)
# expect: tanh (-1.4438759140319541-1.5940142337198218j) (-1.117823356619519+0.005798491387636685j)
# expect: tanh (2.9738690130627763-0.17841895486531234j) (0.995115860714182-0.001815731627230816j)
# expect: tanh (2.0187687076463323-0.1418807478039903j) (0.966646899454029-0.009551295419183595j)
# expect: tanh (0.8344088432649714-2.0963014558588564j) (1.1369591858752772+0.38566137260653355j)
# expect: tanh (0.8091639497111309+2.20827184285978j) (1.040052802843537-0.4105583732933226j)
# expect: tanh (0.13908726229980806+1.4475111372089415j) (4.072764099618211+3.5279024642026933j)
# expect: tanh (1.0284688522175554-2.615811370638016j) (0.8604244863800251+0.19417913515150015j)
# expect: tanh (1.549381477720904+0.5465974975879053j) (0.9563642025731715+0.07677573651032572j)
# expect: tanh (-1.192394042905726-2.8139294911815j) (-0.8587972766111318+0.09723797129444306j)
# expect: tanh (2.193163421873674-0.163505468007199j) (0.9766701795694358-0.007810554415275865j)
# expect: tanh (1.3129435443948188+2.27287680153289j) (1.0137916216721514-0.1454767574496424j)
# expect: tanh (1.2847769016672155+2.5265920055032467j) (0.9404845980530243-0.13654278953980634j)
# expect: tanh (-0.6302195759955365+1.8054526259113697j) (-1.6003233647040052-0.4463060392533841j)
# expect: tanh (-0.3322736636954362+2.613520330227127j) (-0.41512587243826393-0.5057045407062619j)
# expect: tanh (2.27319996202825-2.415274141614737j) (0.9972817513735325+0.021007845216446795j)
# expect: tanh (-2.184186838795987-1.698078352601176j) (-1.0248103043548868+0.006541524195690717j)
# expect: tanh (2.7928808333892174-0.38302880023542407j) (0.9945950012055269-0.005172944564838195j)
# expect: tanh (0.759889745200824-1.1938428094469677j) (1.3062842933847743-0.41086748307797466j)
# expect: tanh (0.04345790297435714-0.6848024469305845j) (0.0723031667578666-0.8140709585764612j)
# expect: tanh (-0.8945370673789199+0.5104446444321811j) (-0.8083102393052939+0.23694959132396343j)
# expect: tanh (0.5055107578211935+2.4252106250866508j) (0.7039410044172897-0.5848001990480804j)
# expect: asinh 0j 0j
# expect: asinh -0j -0j
# expect: asinh 1j 1.5707963267948966j
# expect: asinh -2.5j (1.5667992369724109-1.5707963267948966j)
# expect: asinh 1e-05j 1.0000000000166668e-05j
# expect: asinh 1e+308j (709.889355822726+1.5707963267948966j)
# expect: asinh infj (inf+1.5707963267948966j)
# expect: asinh -infj (inf-1.5707963267948966j)
# expect: asinh nanj (nan+nanj)
# expect: asinh 710j (7.258411654661591+1.5707963267948966j)
# expect: asinh (-0+0j) (-0+0j)
# expect: asinh (-0-0j) (-0-0j)
# expect: asinh (-0+1j) (-0+1.5707963267948966j)
# expect: asinh (-0-2.5j) (-1.5667992369724109-1.5707963267948966j)
# expect: asinh (-0+1e-05j) (-0+1.0000000000166668e-05j)
# expect: asinh (-0+1e+308j) (-709.889355822726+1.5707963267948966j)
# expect: asinh (-0+infj) (-inf+1.5707963267948966j)
# expect: asinh (-0-infj) (-inf-1.5707963267948966j)
# expect: asinh (-0+nanj) (nan+nanj)
# expect: asinh (-0+710j) (-7.258411654661591+1.5707963267948966j)
# expect: asinh (1+0j) (0.881373587019543+0j)
# expect: asinh (1-0j) (0.881373587019543-0j)
# expect: asinh (1+1j) (1.0612750619050357+0.6662394324925153j)
# expect: asinh (1-2.5j) (1.6586932988564327-1.1646235102893852j)
# expect: asinh (1+1e-05j) (0.8813735870372207+7.071067811836012e-06j)
# expect: asinh (1+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: asinh (1+infj) (inf+1.5707963267948966j)
# expect: asinh (1-infj) (inf-1.5707963267948966j)
# expect: asinh (1+nanj) (nan+nanj)
# expect: asinh (1+710j) (7.258412646530251+1.5693878756250086j)
# expect: asinh (-2.5+0j) (-1.6472311463710958+0j)
# expect: asinh (-2.5-0j) (-1.6472311463710958-0j)
# expect: asinh (-2.5+1j) (-1.7084532853187295+0.3584050309475732j)
# expect: asinh (-2.5-2.5j) (-1.9566101076215752-0.7654247497365214j)
# expect: asinh (-2.5+1e-05j) (-1.647231146377499+3.7139067635274946e-06j)
# expect: asinh (-2.5+1e+308j) (-709.889355822726+1.5707963267948966j)
# expect: asinh (-2.5+infj) (-inf+1.5707963267948966j)
# expect: asinh (-2.5-infj) (-inf-1.5707963267948966j)
# expect: asinh (-2.5+nanj) (nan+nanj)
# expect: asinh (-2.5+710j) (-7.25841785380844+1.5672752110938528j)
# expect: asinh (1e-05+0j) (9.999999999833334e-06+0j)
# expect: asinh (1e-05-0j) (9.999999999833334e-06-0j)
# expect: asinh (1e-05+1j) (0.003162280295393834+1.5676340517699656j)
# expect: asinh (1e-05-2.5j) (1.5667992369828025-1.5707919624370918j)
# expect: asinh (1e-05+1e-05j) (1.0000000000333334e-05+9.999999999666665e-06j)
# expect: asinh (1e-05+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: asinh (1e-05+infj) (inf+1.5707963267948966j)
# expect: asinh (1e-05-infj) (inf-1.5707963267948966j)
# expect: asinh (1e-05+nanj) (nan+nanj)
# expect: asinh (1e-05+710j) (7.258411654661591+1.5707963127103757j)
# expect: asinh (1e+308+0j) (709.889355822726+0j)
# expect: asinh (1e+308-0j) (709.889355822726-0j)
# expect: asinh (1e+308+1j) (709.889355822726+1e-308j)
# expect: asinh (1e+308-2.5j) (709.889355822726-2.5e-308j)
# expect: asinh (1e+308+1e-05j) (709.889355822726+1e-313j)
# expect: asinh (1e+308+1e+308j) (710.235929413006+0.7853981633974483j)
# expect: asinh (1e+308+infj) (inf+1.5707963267948966j)
# expect: asinh (1e+308-infj) (inf-1.5707963267948966j)
# expect: asinh (1e+308+nanj) (nan+nanj)
# expect: asinh (1e+308+710j) (709.889355822726+7.1e-306j)
# expect: asinh (inf+0j) (inf+0j)
# expect: asinh (inf-0j) (inf-0j)
# expect: asinh (inf+1j) (inf+0j)
# expect: asinh (inf-2.5j) (inf-0j)
# expect: asinh (inf+1e-05j) (inf+0j)
# expect: asinh (inf+1e+308j) (inf+0j)
# expect: asinh (inf+infj) (inf+0.7853981633974483j)
# expect: asinh (inf-infj) (inf-0.7853981633974483j)
# expect: asinh (inf+nanj) (inf+nanj)
# expect: asinh (inf+710j) (inf+0j)
# expect: asinh (-inf+0j) (-inf+0j)
# expect: asinh (-inf-0j) (-inf-0j)
# expect: asinh (-inf+1j) (-inf+0j)
# expect: asinh (-inf-2.5j) (-inf-0j)
# expect: asinh (-inf+1e-05j) (-inf+0j)
# expect: asinh (-inf+1e+308j) (-inf+0j)
# expect: asinh (-inf+infj) (-inf+0.7853981633974483j)
# expect: asinh (-inf-infj) (-inf-0.7853981633974483j)
# expect: asinh (-inf+nanj) (-inf+nanj)
# expect: asinh (-inf+710j) (-inf+0j)
# expect: asinh (nan+0j) (nan+0j)
# expect: asinh (nan-0j) (nan-0j)
# expect: asinh (nan+1j) (nan+nanj)
# expect: asinh (nan-2.5j) (nan+nanj)
# expect: asinh (nan+1e-05j) (nan+nanj)
# expect: asinh (nan+1e+308j) (nan+nanj)
# expect: asinh (nan+infj) (inf+nanj)
# expect: asinh (nan-infj) (inf+nanj)
# expect: asinh (nan+nanj) (nan+nanj)
# expect: asinh (nan+710j) (nan+nanj)
# expect: asinh (710+0j) (7.258412646528284+0j)
# expect: asinh (710-0j) (7.258412646528284-0j)
# expect: asinh (710+1j) (7.258413638391042+0.0014084483759085108j)
# expect: asinh (710-2.5j) (7.258418845638241-0.0035211087162402553j)
# expect: asinh (710+1e-05j) (7.258412646528284+1.4084493072320881e-08j)
# expect: asinh (710+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: asinh (710+infj) (inf+1.5707963267948966j)
# expect: asinh (710-infj) (inf-1.5707963267948966j)
# expect: asinh (710+nanj) (nan+nanj)
# expect: asinh (710+710j) (7.604985740875371+0.785397915430775j)
# expect: asinh (-1.5722122374486518+0.26537535177571137j) (-1.2426963166425384+0.14187519924454534j)
# expect: asinh (-0.7802690007115247+0.6235202315771669j) (-0.795913971555598+0.4864272115306619j)
# expect: asinh (0.7543218246483239-2.6068268445611213j) (1.662066487555659-1.2692981397536987j)
# expect: asinh (-2.920992050670755+2.02481449257876j) (-1.9686307313808609+0.5880080744305517j)
# expect: asinh (-1.4438759140319541-1.5940142337198218j) (-1.4580047757550942-0.7806580821494667j)
# expect: asinh (2.9738690130627763-0.17841895486531234j) (1.811681299073635-0.05681473192844381j)
# expect: asinh (2.0187687076463323-0.1418807478039903j) (1.4537729668918458-0.0629191375613325j)
# expect: asinh (0.8344088432649714-2.0963014558588564j) (1.4712910500184688-1.1543207711455874j)
# expect: asinh (0.8091639497111309+2.20827184285978j) (1.5135435786698843+1.1870667377910713j)
# expect: asinh (0.13908726229980806+1.4475111372089415j) (0.9257935755747164+1.439678555355516j)
# expect: asinh (1.0284688522175554-2.615811370638016j) (1.7033882465675019-1.1730549873736311j)
# expect: asinh (1.549381477720904+0.5465974975879053j) (1.258293250502474+0.29152636974903307j)
# expect: asinh (-1.192394042905726-2.8139294911815j) (-1.7917699791790538-1.1496397117068435j)
# expect: asinh (2.193163421873674-0.163505468007199j) (1.528918473149404-0.06775659349754276j)
# expect: asinh (1.3129435443948188+2.27287680153289j) (1.6411940253571222+1.013840100031422j)
# expect: asinh (1.2847769016672155+2.5265920055032467j) (1.7172238390589287+1.0738176407261815j)
# expect: asinh (-0.6302195759955365+1.8054526259113697j) (-1.287021862223323+1.1845516028285146j)
# expect: asinh (-0.3322736636954362+2.613520330227127j) (-1.625166333779775+1.4342612995525652j)
# expect: asinh (2.27319996202825-2.415274141614737j) (1.8915374188719647-0.7929534668660376j)
# expect: asinh (-2.184186838795987-1.698078352601176j) (-1.7201459909110417-0.6300215112106625j)
# expect: asinh (2.7928808333892174-0.38302880023542407j) (1.7586329491693786-0.1285259139562579j)
# expect: asinh (0.759889745200824-1.1938428094469677j) (1.0083702322209493-0.8768802802760504j)
# expect: asinh (0.04345790297435714-0.6848024469305845j) (0.05950729208363782-0.7526724839484507j)
# expect: asinh (-0.8945370673789199+0.5104446444321811j) (-0.854240596652802+0.376708848967449j)
# expect: asinh (0.5055107578211935+2.4252106250866508j) (1.5612217720734245+1.3469615686831753j)
# expect: acosh 0j 1.5707963267948966j
# expect: acosh -0j -1.5707963267948966j
# expect: acosh 1j (0.881373587019543+1.5707963267948966j)
# expect: acosh -2.5j (1.6472311463710958-1.5707963267948966j)
# expect: acosh 1e-05j (9.999999999833334e-06+1.5707963267948966j)
# expect: acosh 1e+308j (709.889355822726+1.5707963267948966j)
# expect: acosh infj (inf+1.5707963267948966j)
# expect: acosh -infj (inf-1.5707963267948966j)
# expect: acosh nanj (nan+nanj)
# expect: acosh 710j (7.258412646528284+1.5707963267948966j)
# expect: acosh (-0+0j) 1.5707963267948966j
# expect: acosh (-0-0j) -1.5707963267948966j
# expect: acosh (-0+1j) (0.881373587019543+1.5707963267948966j)
# expect: acosh (-0-2.5j) (1.6472311463710958-1.5707963267948966j)
# expect: acosh (-0+1e-05j) (9.999999999833334e-06+1.5707963267948966j)
# expect: acosh (-0+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: acosh (-0+infj) (inf+1.5707963267948966j)
# expect: acosh (-0-infj) (inf-1.5707963267948966j)
# expect: acosh (-0+nanj) (nan+nanj)
# expect: acosh (-0+710j) (7.258412646528284+1.5707963267948966j)
# expect: acosh (1+0j) 0j
# expect: acosh (1-0j) -0j
# expect: acosh (1+1j) (1.0612750619050357+0.9045568943023813j)
# expect: acosh (1-2.5j) (1.7084532853187295-1.2123912958473235j)
# expect: acosh (1+1e-05j) (0.003162280295393834+0.0031622750249310667j)
# expect: acosh (1+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: acosh (1+infj) (inf+1.5707963267948966j)
# expect: acosh (1-infj) (inf-1.5707963267948966j)
# expect: acosh (1+nanj) (nan+nanj)
# expect: acosh (1+710j) (7.258413638391042+1.5693878784189879j)
# expect: acosh (-2.5+0j) (1.5667992369724109+3.141592653589793j)
# expect: acosh (-2.5-0j) (1.5667992369724109-3.141592653589793j)
# expect: acosh (-2.5+1j) (1.6586932988564327+2.7354198370842817j)
# expect: acosh (-2.5-2.5j) (1.9566101076215752-2.336221076531418j)
# expect: acosh (-2.5+1e-05j) (1.5667992369828025+3.1415882892319886j)
# expect: acosh (-2.5+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: acosh (-2.5+infj) (inf+1.5707963267948966j)
# expect: acosh (-2.5-infj) (inf-1.5707963267948966j)
# expect: acosh (-2.5+nanj) (nan+nanj)
# expect: acosh (-2.5+710j) (7.258418845638241+1.574317435511137j)
# expect: acosh (1e-05+0j) 1.5707863267948965j
# expect: acosh (1e-05-0j) -1.5707863267948965j
# expect: acosh (1e-05+1j) (0.8813735870372207+1.5707892557270848j)
# expect: acosh (1e-05-2.5j) (1.647231146377499-1.570792612888133j)
# expect: acosh (1e-05+1e-05j) (1.0000000000333334e-05+1.570786326794897j)
# expect: acosh (1e-05+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: acosh (1e-05+infj) (inf+1.5707963267948966j)
# expect: acosh (1e-05-infj) (inf-1.5707963267948966j)
# expect: acosh (1e-05+nanj) (nan+nanj)
# expect: acosh (1e-05+710j) (7.258412646528284+1.5707963127104037j)
# expect: acosh (1e+308+0j) (709.889355822726+0j)
# expect: acosh (1e+308-0j) (709.889355822726-0j)
# expect: acosh (1e+308+1j) (709.889355822726+1e-308j)
# expect: acosh (1e+308-2.5j) (709.889355822726-2.5e-308j)
# expect: acosh (1e+308+1e-05j) (709.889355822726+1e-313j)
# expect: acosh (1e+308+1e+308j) (710.235929413006+0.7853981633974483j)
# expect: acosh (1e+308+infj) (inf+1.5707963267948966j)
# expect: acosh (1e+308-infj) (inf-1.5707963267948966j)
# expect: acosh (1e+308+nanj) (nan+nanj)
# expect: acosh (1e+308+710j) (709.889355822726+7.1e-306j)
# expect: acosh (inf+0j) (inf+0j)
# expect: acosh (inf-0j) (inf-0j)
# expect: acosh (inf+1j) (inf+0j)
# expect: acosh (inf-2.5j) (inf-0j)
# expect: acosh (inf+1e-05j) (inf+0j)
# expect: acosh (inf+1e+308j) (inf+0j)
# expect: acosh (inf+infj) (inf+0.7853981633974483j)
# expect: acosh (inf-infj) (inf-0.7853981633974483j)
# expect: acosh (inf+nanj) (inf+nanj)
# expect: acosh (inf+710j) (inf+0j)
# expect: acosh (-inf+0j) (inf+3.141592653589793j)
# expect: acosh (-inf-0j) (inf-3.141592653589793j)
# expect: acosh (-inf+1j) (inf+3.141592653589793j)
# expect: acosh (-inf-2.5j) (inf-3.141592653589793j)
# expect: acosh (-inf+1e-05j) (inf+3.141592653589793j)
# expect: acosh (-inf+1e+308j) (inf+3.141592653589793j)
# expect: acosh (-inf+infj) (inf+2.356194490192345j)
# expect: acosh (-inf-infj) (inf-2.356194490192345j)
# expect: acosh (-inf+nanj) (inf+nanj)
# expect: acosh (-inf+710j) (inf+3.141592653589793j)
# expect: acosh (nan+0j) (nan+nanj)
# expect: acosh (nan-0j) (nan+nanj)
# expect: acosh (nan+1j) (nan+nanj)
# expect: acosh (nan-2.5j) (nan+nanj)
# expect: acosh (nan+1e-05j) (nan+nanj)
# expect: acosh (nan+1e+308j) (nan+nanj)
# expect: acosh (nan+infj) (inf+nanj)
# expect: acosh (nan-infj) (inf+nanj)
# expect: acosh (nan+nanj) (nan+nanj)
# expect: acosh (nan+710j) (nan+nanj)
# expect: acosh (710+0j) (7.258411654661591+0j)
# expect: acosh (710-0j) (7.258411654661591-0j)
# expect: acosh (710+1j) (7.258412646530251+0.0014084511698881108j)
# expect: acosh (710-2.5j) (7.25841785380844-0.0035211157010437664j)
# expect: acosh (710+1e-05j) (7.258411654661591+1.4084521012227729e-08j)
# expect: acosh (710+1e+308j) (709.889355822726+1.5707963267948966j)
# expect: acosh (710+infj) (inf+1.5707963267948966j)
# expect: acosh (710-infj) (inf-1.5707963267948966j)
# expect: acosh (710+nanj) (nan+nanj)
# expect: acosh (710+710j) (7.604985740875371+0.7853984113641216j)
# expect: acosh (-1.5722122374486518+0.26537535177571137j) (1.0535929382029086+2.929324480570927j)
# expect: acosh (-0.7802690007115247+0.6235202315771669j) (0.7239556193461029+2.230140639960805j)
# expect: acosh (0.7543218246483239-2.6068268445611213j) (1.719435025835954-1.305813519348937j)
# expect: acosh (-2.920992050670755+2.02481449257876j) (1.954787649308027+2.5165439443914774j)
# expect: acosh (-1.4438759140319541-1.5940142337198218j) (1.4683663558328222-2.2543552540820446j)
# expect: acosh (2.9738690130627763-0.17841895486531234j) (1.7556117992711722-0.06360292194593864j)
# expect: acosh (2.0187687076463323-0.1418807478039903j) (1.3314721481212395-0.08064364459347628j)
# expect: acosh (0.8344088432649714-2.0963014558588564j) (1.542122015436561-1.2224101177339421j)
# expect: acosh (0.8091639497111309+2.20827184285978j) (1.5822152745603753+1.2459969664374304j)
# expect: acosh (0.13908726229980806+1.4475111372089415j) (1.1678600154202194+1.4918249519398377j)
# expect: acosh (1.0284688522175554-2.615811370638016j) (1.7495965735744048-1.2163229406897962j)
# expect: acosh (1.549381477720904+0.5465974975879053j) (1.1167663500894154+0.412375361978254j)
# expect: acosh (-1.192394042905726-2.8139294911815j) (1.8289095954442267-1.953404943487124j)
# expect: acosh (2.193163421873674-0.163505468007199j) (1.4258406911696087-0.08349583367125565j)
# expect: acosh (1.3129435443948188+2.27287680153289j) (1.6771337825754584+1.0767021121496028j)
# expect: acosh (1.2847769016672155+2.5265920055032467j) (1.7536945851636998+1.1241672134829188j)
# expect: acosh (-0.6302195759955365+1.8054526259113697j) (1.393062097968776+1.8700495544092521j)
# expect: acosh (-0.3322736636954362+2.613520330227127j) (1.6951384241436058+1.6890884241401778j)
# expect: acosh (2.27319996202825-2.415274141614737j) (1.894275397610414-0.8382438768943551j)
# expect: acosh (-2.184186838795987-1.698078352601176j) (1.7041958469156515-2.448433524823535j)
# expect: acosh (2.7928808333892174-0.38302880023542407j) (1.6978961361956741-0.1456179312419123j)
# expect: acosh (0.759889745200824-1.1938428094469677j) (1.1027366369206717-1.099063437394446j)
# expect: acosh (0.04345790297435714-0.6848024469305845j) (0.6405351818437152-1.534939777730435j)
# expect: acosh (-0.8945370673789199+0.5104446444321811j) (0.6819241757586381+2.375226619366684j)
# expect: acosh (0.5055107578211935+2.4252106250866508j) (1.636054376147774+1.3799410118042885j)
# expect: atanh 0j 0j
# expect: atanh -0j -0j
# expect: atanh 1j 0.7853981633974483j
# expect: atanh -2.5j -1.1902899496825317j
# expect: atanh 1e-05j 9.999999999666668e-06j
# expect: atanh 1e+308j 1.5707963267948966j
# expect: atanh infj 1.5707963267948966j
# expect: atanh -infj -1.5707963267948966j
# expect: atanh nanj nanj
# expect: atanh 710j 1.5693878770220004j
# expect: atanh (-0+0j) (-0+0j)
# expect: atanh (-0-0j) (-0-0j)
# expect: atanh (-0+1j) (-0+0.7853981633974483j)
# expect: atanh (-0-2.5j) (-0-1.1902899496825317j)
# expect: atanh (-0+1e-05j) (-0+9.999999999666668e-06j)
# expect: atanh (-0+1e+308j) (-0+1.5707963267948966j)
# expect: atanh (-0+infj) (-0+1.5707963267948966j)
# expect: atanh (-0-infj) (-0-1.5707963267948966j)
# expect: atanh (-0+nanj) (-0+nanj)
# expect: atanh (-0+710j) (-0+1.5693878770220004j)
# expect: atanh (1+0j) ValueError math domain error
# expect: atanh (1-0j) ValueError math domain error
# expect: atanh (1+1j) (0.40235947810852507+1.0172219678978514j)
# expect: atanh (1-2.5j) (0.12367406045902676-1.2334258556831204j)
# expect: atanh (1+1e-05j) (6.103036322771337+0.7854006633974483j)
# expect: atanh (1+1e+308j) 1.5707963267948966j
# expect: atanh (1+infj) 1.5707963267948966j
# expect: atanh (1-infj) -1.5707963267948966j
# expect: atanh (1+nanj) (nan+nanj)
# expect: atanh (1+710j) (1.983725515878229e-06+1.5693878798159744j)
# expect: atanh (-2.5+0j) (-0.42364893019360184+1.5707963267948966j)
# expect: atanh (-2.5-0j) (-0.42364893019360184-1.5707963267948966j)
# expect: atanh (-2.5+1j) (-0.3513356390226463+1.4159448545236686j)
# expect: atanh (-2.5-2.5j) (-0.1944261421470021-1.3657326565241512j)
# expect: atanh (-2.5+1e-05j) (-0.42364893018453154+1.570794422032992j)
# expect: atanh (-2.5+1e+308j) (-0+1.5707963267948966j)
# expect: atanh (-2.5+infj) (-0+1.5707963267948966j)
# expect: atanh (-2.5-infj) (-0-1.5707963267948966j)
# expect: atanh (-2.5+nanj) (nan+nanj)
# expect: atanh (-2.5+710j) (-4.9592621413042185e-06+1.5693878944841564j)
# expect: atanh (1e-05+0j) (1.0000000000333332e-05+0j)
# expect: atanh (1e-05-0j) (1.0000000000333332e-05-0j)
# expect: atanh (1e-05+1j) (4.999999999916667e-06+0.7853981634224483j)
# expect: atanh (1e-05-2.5j) (1.3793103448120601e-06-1.190289949687288j)
# expect: atanh (1e-05+1e-05j) (9.999999999333333e-06+1.0000000000666667e-05j)
# expect: atanh (1e-05+1e+308j) 1.5707963267948966j
# expect: atanh (1e-05+infj) 1.5707963267948966j
# expect: atanh (1e-05-infj) -1.5707963267948966j
# expect: atanh (1e-05+nanj) (nan+nanj)
# expect: atanh (1e-05+710j) (1.983729451042549e-11+1.5693878770220004j)
# expect: atanh (1e+308+0j) (1e-308+1.5707963267948966j)
# expect: atanh (1e+308-0j) (1e-308-1.5707963267948966j)
# expect: atanh (1e+308+1j) (1e-308+1.5707963267948966j)
# expect: atanh (1e+308-2.5j) (1e-308-1.5707963267948966j)
# expect: atanh (1e+308+1e-05j) (1e-308+1.5707963267948966j)
# expect: atanh (1e+308+1e+308j) (5e-309+1.5707963267948966j)
# expect: atanh (1e+308+infj) 1.5707963267948966j
# expect: atanh (1e+308-infj) -1.5707963267948966j
# expect: atanh (1e+308+nanj) (nan+nanj)
# expect: atanh (1e+308+710j) (1e-308+1.5707963267948966j)
# expect: atanh (inf+0j) 1.5707963267948966j
# expect: atanh (inf-0j) -1.5707963267948966j
# expect: atanh (inf+1j) 1.5707963267948966j
# expect: atanh (inf-2.5j) -1.5707963267948966j
# expect: atanh (inf+1e-05j) 1.5707963267948966j
# expect: atanh (inf+1e+308j) 1.5707963267948966j
# expect: atanh (inf+infj) 1.5707963267948966j
# expect: atanh (inf-infj) -1.5707963267948966j
# expect: atanh (inf+nanj) nanj
# expect: atanh (inf+710j) 1.5707963267948966j
# expect: atanh (-inf+0j) (-0+1.5707963267948966j)
# expect: atanh (-inf-0j) (-0-1.5707963267948966j)
# expect: atanh (-inf+1j) (-0+1.5707963267948966j)
# expect: atanh (-inf-2.5j) (-0-1.5707963267948966j)
# expect: atanh (-inf+1e-05j) (-0+1.5707963267948966j)
# expect: atanh (-inf+1e+308j) (-0+1.5707963267948966j)
# expect: atanh (-inf+infj) (-0+1.5707963267948966j)
# expect: atanh (-inf-infj) (-0-1.5707963267948966j)
# expect: atanh (-inf+nanj) (-0+nanj)
# expect: atanh (-inf+710j) (-0+1.5707963267948966j)
# expect: atanh (nan+0j) (nan+nanj)
# expect: atanh (nan-0j) (nan+nanj)
# expect: atanh (nan+1j) (nan+nanj)
# expect: atanh (nan-2.5j) (nan+nanj)
# expect: atanh (nan+1e-05j) (nan+nanj)
# expect: atanh (nan+1e+308j) (nan+nanj)
# expect: atanh (nan+infj) 1.5707963267948966j
# expect: atanh (nan-infj) -1.5707963267948966j
# expect: atanh (nan+nanj) (nan+nanj)
# expect: atanh (nan+710j) (nan+nanj)
# expect: atanh (710+0j) (0.001408451635556689+1.5707963267948966j)
# expect: atanh (710-0j) (0.001408451635556689-1.5707963267948966j)
# expect: atanh (710+1j) (0.0014084488415604616+1.5707943430615103j)
# expect: atanh (710-2.5j) (0.0014084341732621313-1.5707913675130802j)
# expect: atanh (710+1e-05j) (0.0014084516355566887+1.5707963267750593j)
# expect: atanh (710+1e+308j) 1.5707963267948966j
# expect: atanh (710+infj) 1.5707963267948966j
# expect: atanh (710-infj) -1.5707963267948966j
# expect: atanh (710+nanj) (nan+nanj)
# expect: atanh (710+710j) (0.0007042251192799805+1.5700921012099516j)
# expect: atanh (-1.5722122374486518+0.26537535177571137j) (-0.7054495928479693+1.4050762212343395j)
# expect: atanh (-0.7802690007115247+0.6235202315771669j) (-0.5242308074359711+0.7844347606691283j)
# expect: atanh (0.7543218246483239-2.6068268445611213j) (0.09117823928610531-1.227635409807465j)
# expect: atanh (-2.920992050670755+2.02481449257876j) (-0.2290578164553101+1.4032863433751623j)
# expect: atanh (-1.4438759140319541-1.5940142337198218j) (-0.28361220848011076-1.2101672711129277j)
# expect: atanh (2.9738690130627763-0.17841895486531234j) (0.34834144122275795-1.5481575352384236j)
# expect: atanh (2.0187687076463323-0.1418807478039903j) (0.5388763798178798-1.5250903924110284j)
# expect: atanh (0.8344088432649714-2.0963014558588564j) (0.14058824198253017-1.171947545915924j)
# expect: atanh (0.8091639497111309+2.20827184285978j) (0.12652510091849942+1.1845044876596473j)
# expect: atanh (0.13908726229980806+1.4475111372089415j) (0.04477536370507823+0.9691601327532289j)
# expect: atanh (1.0284688522175554-2.615811370638016j) (0.11768139445156155-1.2464376981402565j)
# expect: atanh (1.549381477720904+0.5465974975879053j) (0.6066225119344317+1.284970525596913j)
# expect: atanh (-1.192394042905726-2.8139294911815j) (-0.11743111987747916-1.2739891633352833j)
# expect: atanh (2.193163421873674-0.163505468007199j) (0.4882054839667724-1.5282829010468877j)
# expect: atanh (1.3129435443948188+2.27287680153289j) (0.17299861943142011+1.2421417120720657j)
# expect: atanh (1.2847769016672155+2.5265920055032467j) (0.14624305566531764+1.259324759819088j)
# expect: atanh (-0.6302195759955365+1.8054526259113697j) (-0.1387902395495807+1.1025675355914342j)
# expect: atanh (-0.3322736636954362+2.613520330227127j) (-0.04194145091249517+1.2100137906031687j)
# expect: atanh (2.27319996202825-2.415274141614737j) (0.19934965589797143-1.3458157548600749j)
# expect: atanh (-2.184186838795987-1.698078352601176j) (-0.27784498903051047-1.3348368550323824j)
# expect: atanh (2.7928808333892174-0.38302880023542407j) (0.3660300542392912-1.5158815063919207j)
# expect: atanh (0.759889745200824-1.1938428094469677j) (0.2787625199084235-0.9841881487976416j)
# expect: atanh (0.04345790297435714-0.6848024469305845j) (0.029580719155253204-0.6010529145925739j)
# expect: atanh (-0.8945370673789199+0.5104446444321811j) (-0.6627930092569159+0.8151167355885925j)
# expect: atanh (0.5055107578211935+2.4252106250866508j) (0.07130725977997822+1.1924494133589634j)
# expect: phase 0j 0.0
# expect: phase -0j -0.0
# expect: phase 1j 1.5707963267948966
# expect: phase -2.5j -1.5707963267948966
# expect: phase 1e-05j 1.5707963267948966
# expect: phase 1e+308j 1.5707963267948966
# expect: phase infj 1.5707963267948966
# expect: phase -infj -1.5707963267948966
# expect: phase nanj nan
# expect: phase 710j 1.5707963267948966
# expect: phase (-0+0j) 3.141592653589793
# expect: phase (-0-0j) -3.141592653589793
# expect: phase (-0+1j) 1.5707963267948966
# expect: phase (-0-2.5j) -1.5707963267948966
# expect: phase (-0+1e-05j) 1.5707963267948966
# expect: phase (-0+1e+308j) 1.5707963267948966
# expect: phase (-0+infj) 1.5707963267948966
# expect: phase (-0-infj) -1.5707963267948966
# expect: phase (-0+nanj) nan
# expect: phase (-0+710j) 1.5707963267948966
# expect: phase (1+0j) 0.0
# expect: phase (1-0j) -0.0
# expect: phase (1+1j) 0.7853981633974483
# expect: phase (1-2.5j) -1.1902899496825317
# expect: phase (1+1e-05j) 9.999999999666668e-06
# expect: phase (1+1e+308j) 1.5707963267948966
# expect: phase (1+infj) 1.5707963267948966
# expect: phase (1-infj) -1.5707963267948966
# expect: phase (1+nanj) nan
# expect: phase (1+710j) 1.5693878770220004
# expect: phase (-2.5+0j) 3.141592653589793
# expect: phase (-2.5-0j) -3.141592653589793
# expect: phase (-2.5+1j) 2.761086276477428
# expect: phase (-2.5-2.5j) -2.356194490192345
# expect: phase (-2.5+1e-05j) 3.1415886535897934
# expect: phase (-2.5+1e+308j) 1.5707963267948966
# expect: phase (-2.5+infj) 1.5707963267948966
# expect: phase (-2.5-infj) -1.5707963267948966
# expect: phase (-2.5+nanj) nan
# expect: phase (-2.5+710j) 1.5743174390035335
# expect: phase (1e-05+0j) 0.0
# expect: phase (1e-05-0j) -0.0
# expect: phase (1e-05+1j) 1.570786326794897
# expect: phase (1e-05-2.5j) -1.5707923267948967
# expect: phase (1e-05+1e-05j) 0.7853981633974483
# expect: phase (1e-05+1e+308j) 1.5707963267948966
# expect: phase (1e-05+infj) 1.5707963267948966
# expect: phase (1e-05-infj) -1.5707963267948966
# expect: phase (1e-05+nanj) nan
# expect: phase (1e-05+710j) 1.5707963127103897
# expect: phase (1e+308+0j) 0.0
# expect: phase (1e+308-0j) -0.0
# expect: phase (1e+308+1j) 1e-308
# expect: phase (1e+308-2.5j) -2.5e-308
# expect: phase (1e+308+1e-05j) 1e-313
# expect: phase (1e+308+1e+308j) 0.7853981633974483
# expect: phase (1e+308+infj) 1.5707963267948966
# expect: phase (1e+308-infj) -1.5707963267948966
# expect: phase (1e+308+nanj) nan
# expect: phase (1e+308+710j) 7.1e-306
# expect: phase (inf+0j) 0.0
# expect: phase (inf-0j) -0.0
# expect: phase (inf+1j) 0.0
# expect: phase (inf-2.5j) -0.0
# expect: phase (inf+1e-05j) 0.0
# expect: phase (inf+1e+308j) 0.0
# expect: phase (inf+infj) 0.7853981633974483
# expect: phase (inf-infj) -0.7853981633974483
# expect: phase (inf+nanj) nan
# expect: phase (inf+710j) 0.0
# expect: phase (-inf+0j) 3.141592653589793
# expect: phase (-inf-0j) -3.141592653589793
# expect: phase (-inf+1j) 3.141592653589793
# expect: phase (-inf-2.5j) -3.141592653589793
# expect: phase (-inf+1e-05j) 3.141592653589793
# expect: phase (-inf+1e+308j) 3.141592653589793
# expect: phase (-inf+infj) 2.356194490192345
# expect: phase (-inf-infj) -2.356194490192345
# expect: phase (-inf+nanj) nan
# expect: phase (-inf+710j) 3.141592653589793
# expect: phase (nan+0j) nan
# expect: phase (nan-0j) nan
# expect: phase (nan+1j) nan
# expect: phase (nan-2.5j) nan
# expect: phase (nan+1e-05j) nan
# expect: phase (nan+1e+308j) nan
# expect: phase (nan+infj) nan
# expect: phase (nan-infj) nan
# expect: phase (nan+nanj) nan
# expect: phase (nan+710j) nan
# expect: phase (710+0j) 0.0
# expect: phase (710-0j) -0.0
# expect: phase (710+1j) 0.0014084497728962322
# expect: phase (710-2.5j) -0.003521112208636815
# expect: phase (710+1e-05j) 1.408450704225352e-08
# expect: phase (710+1e+308j) 1.5707963267948966
# expect: phase (710+infj) 1.5707963267948966
# expect: phase (710-infj) -1.5707963267948966
# expect: phase (710+nanj) nan
# expect: phase (710+710j) 0.7853981633974483
# expect: phase (-1.5722122374486518+0.26537535177571137j) 2.974377724973776
# expect: phase (-0.7802690007115247+0.6235202315771669j) 2.4673950441569623
# expect: phase (0.7543218246483239-2.6068268445611213j) -1.2891256728334926
# expect: phase (-2.920992050670755+2.02481449257876j) 2.535449018395384
# expect: phase (-1.4438759140319541-1.5940142337198218j) -2.306812763938552
# expect: phase (2.9738690130627763-0.17841895486531234j) -0.05992373709780157
# expect: phase (2.0187687076463323-0.1418807478039903j) -0.07016546047694798
# expect: phase (0.8344088432649714-2.0963014558588564j) -1.1919819765074224
# expect: phase (0.8091639497111309+2.20827184285978j) 1.2195653984276713
# expect: phase (0.13908726229980806+1.4475111372089415j) 1.4750032361499739
# expect: phase (1.0284688522175554-2.615811370638016j) -1.1961883030742524
# expect: phase (1.549381477720904+0.5465974975879053j) 0.3391531297474234
# expect: phase (-1.192394042905726-2.8139294911815j) -1.97160515210453
# expect: phase (2.193163421873674-0.163505468007199j) -0.07441467819672008
# expect: phase (1.3129435443948188+2.27287680153289j) 1.04696741823062
# expect: phase (1.2847769016672155+2.5265920055032467j) 1.1003703326889094
# expect: phase (-0.6302195759955365+1.8054526259113697j) 1.9066375735702528
# expect: phase (-0.3322736636954362+2.613520330227127j) 1.6972543343326292
# expect: phase (2.27319996202825-2.415274141614737j) -0.8156917542796857
# expect: phase (-2.184186838795987-1.698078352601176j) -2.4807588002957472
# expect: phase (2.7928808333892174-0.38302880023542407j) -0.13629443719748102
# expect: phase (0.759889745200824-1.1938428094469677j) -1.0039648123760867
# expect: phase (0.04345790297435714-0.6848024469305845j) -1.5074208155937985
# expect: phase (-0.8945370673789199+0.5104446444321811j) 2.623052998643281
# expect: phase (0.5055107578211935+2.4252106250866508j) 1.365298767413904
# expect: polar 0j (0.0, 0.0)
# expect: polar -0j (0.0, -0.0)
# expect: polar 1j (1.0, 1.5707963267948966)
# expect: polar -2.5j (2.5, -1.5707963267948966)
# expect: polar 1e-05j (1e-05, 1.5707963267948966)
# expect: polar 1e+308j (1e+308, 1.5707963267948966)
# expect: polar infj (inf, 1.5707963267948966)
# expect: polar -infj (inf, -1.5707963267948966)
# expect: polar nanj (nan, nan)
# expect: polar 710j (710.0, 1.5707963267948966)
# expect: polar (-0+0j) (0.0, 3.141592653589793)
# expect: polar (-0-0j) (0.0, -3.141592653589793)
# expect: polar (-0+1j) (1.0, 1.5707963267948966)
# expect: polar (-0-2.5j) (2.5, -1.5707963267948966)
# expect: polar (-0+1e-05j) (1e-05, 1.5707963267948966)
# expect: polar (-0+1e+308j) (1e+308, 1.5707963267948966)
# expect: polar (-0+infj) (inf, 1.5707963267948966)
# expect: polar (-0-infj) (inf, -1.5707963267948966)
# expect: polar (-0+nanj) (nan, nan)
# expect: polar (-0+710j) (710.0, 1.5707963267948966)
# expect: polar (1+0j) (1.0, 0.0)
# expect: polar (1-0j) (1.0, -0.0)
# expect: polar (1+1j) (1.4142135623730951, 0.7853981633974483)
# expect: polar (1-2.5j) (2.692582403567252, -1.1902899496825317)
# expect: polar (1+1e-05j) (1.00000000005, 9.999999999666668e-06)
# expect: polar (1+1e+308j) (1e+308, 1.5707963267948966)
# expect: polar (1+infj) (inf, 1.5707963267948966)
# expect: polar (1-infj) (inf, -1.5707963267948966)
# expect: polar (1+nanj) (nan, nan)
# expect: polar (1+710j) (710.0007042250029, 1.5693878770220004)
# expect: polar (-2.5+0j) (2.5, 3.141592653589793)
# expect: polar (-2.5-0j) (2.5, -3.141592653589793)
# expect: polar (-2.5+1j) (2.692582403567252, 2.761086276477428)
# expect: polar (-2.5-2.5j) (3.5355339059327378, -2.356194490192345)
# expect: polar (-2.5+1e-05j) (2.50000000002, 3.1415886535897934)
# expect: polar (-2.5+1e+308j) (1e+308, 1.5707963267948966)
# expect: polar (-2.5+infj) (inf, 1.5707963267948966)
# expect: polar (-2.5-infj) (inf, -1.5707963267948966)
# expect: polar (-2.5+nanj) (nan, nan)
# expect: polar (-2.5+710j) (710.0044013948083, 1.5743174390035335)
# expect: polar (1e-05+0j) (1e-05, 0.0)
# expect: polar (1e-05-0j) (1e-05, -0.0)
# expect: polar (1e-05+1j) (1.00000000005, 1.570786326794897)
# expect: polar (1e-05-2.5j) (2.50000000002, -1.5707923267948967)
# expect: polar (1e-05+1e-05j) (1.4142135623730951e-05, 0.7853981633974483)
# expect: polar (1e-05+1e+308j) (1e+308, 1.5707963267948966)
# expect: polar (1e-05+infj) (inf, 1.5707963267948966)
# expect: polar (1e-05-infj) (inf, -1.5707963267948966)
# expect: polar (1e-05+nanj) (nan, nan)
# expect: polar (1e-05+710j) (710.0000000000001, 1.5707963127103897)
# expect: polar (1e+308+0j) (1e+308, 0.0)
# expect: polar (1e+308-0j) (1e+308, -0.0)
# expect: polar (1e+308+1j) (1e+308, 1e-308)
# expect: polar (1e+308-2.5j) (1e+308, -2.5e-308)
# expect: polar (1e+308+1e-05j) (1e+308, 1e-313)
# expect: polar (1e+308+1e+308j) (1.4142135623730951e+308, 0.7853981633974483)
# expect: polar (1e+308+infj) (inf, 1.5707963267948966)
# expect: polar (1e+308-infj) (inf, -1.5707963267948966)
# expect: polar (1e+308+nanj) (nan, nan)
# expect: polar (1e+308+710j) (1e+308, 7.1e-306)
# expect: polar (inf+0j) (inf, 0.0)
# expect: polar (inf-0j) (inf, -0.0)
# expect: polar (inf+1j) (inf, 0.0)
# expect: polar (inf-2.5j) (inf, -0.0)
# expect: polar (inf+1e-05j) (inf, 0.0)
# expect: polar (inf+1e+308j) (inf, 0.0)
# expect: polar (inf+infj) (inf, 0.7853981633974483)
# expect: polar (inf-infj) (inf, -0.7853981633974483)
# expect: polar (inf+nanj) (inf, nan)
# expect: polar (inf+710j) (inf, 0.0)
# expect: polar (-inf+0j) (inf, 3.141592653589793)
# expect: polar (-inf-0j) (inf, -3.141592653589793)
# expect: polar (-inf+1j) (inf, 3.141592653589793)
# expect: polar (-inf-2.5j) (inf, -3.141592653589793)
# expect: polar (-inf+1e-05j) (inf, 3.141592653589793)
# expect: polar (-inf+1e+308j) (inf, 3.141592653589793)
# expect: polar (-inf+infj) (inf, 2.356194490192345)
# expect: polar (-inf-infj) (inf, -2.356194490192345)
# expect: polar (-inf+nanj) (inf, nan)
# expect: polar (-inf+710j) (inf, 3.141592653589793)
# expect: polar (nan+0j) (nan, nan)
# expect: polar (nan-0j) (nan, nan)
# expect: polar (nan+1j) (nan, nan)
# expect: polar (nan-2.5j) (nan, nan)
# expect: polar (nan+1e-05j) (nan, nan)
# expect: polar (nan+1e+308j) (nan, nan)
# expect: polar (nan+infj) (inf, nan)
# expect: polar (nan-infj) (inf, nan)
# expect: polar (nan+nanj) (nan, nan)
# expect: polar (nan+710j) (nan, nan)
# expect: polar (710+0j) (710.0, 0.0)
# expect: polar (710-0j) (710.0, -0.0)
# expect: polar (710+1j) (710.0007042250029, 0.0014084497728962322)
# expect: polar (710-2.5j) (710.0044013948083, -0.003521112208636815)
# expect: polar (710+1e-05j) (710.0000000000001, 1.408450704225352e-08)
# expect: polar (710+1e+308j) (1e+308, 1.5707963267948966)
# expect: polar (710+infj) (inf, 1.5707963267948966)
# expect: polar (710-infj) (inf, -1.5707963267948966)
# expect: polar (710+nanj) (nan, nan)
# expect: polar (710+710j) (1004.0916292848975, 0.7853981633974483)
# expect: polar (-1.5722122374486518+0.26537535177571137j) (1.5944514407511376, 2.974377724973776)
# expect: polar (-0.7802690007115247+0.6235202315771669j) (0.9987978737749721, 2.4673950441569623)
# expect: polar (0.7543218246483239-2.6068268445611213j) (2.7137699999567517, -1.2891256728334926)
# expect: polar (-2.920992050670755+2.02481449257876j) (3.554162107929058, 2.535449018395384)
# expect: polar (-1.4438759140319541-1.5940142337198218j) (2.150734533228823, -2.306812763938552)
# expect: polar (2.9738690130627763-0.17841895486531234j) (2.9792163785650416, -0.05992373709780157)
# expect: polar (2.0187687076463323-0.1418807478039903j) (2.023748314778659, -0.07016546047694798)
# expect: polar (0.8344088432649714-2.0963014558588564j) (2.256261933276974, -1.1919819765074224)
# expect: polar (0.8091639497111309+2.20827184285978j) (2.35185263770489, 1.2195653984276713)
# expect: polar (0.13908726229980806+1.4475111372089415j) (1.4541780354818934, 1.4750032361499739)
# expect: polar (1.0284688522175554-2.615811370638016j) (2.8107325213795837, -1.1961883030742524)
# expect: polar (1.549381477720904+0.5465974975879053j) (1.6429704160069263, 0.3391531297474234)
# expect: polar (-1.192394042905726-2.8139294911815j) (3.0561418054301797, -1.97160515210453)
# expect: polar (2.193163421873674-0.163505468007199j) (2.1992498341736657, -0.07441467819672008)
# expect: polar (1.3129435443948188+2.27287680153289j) (2.624840891504552, 1.04696741823062)
# expect: polar (1.2847769016672155+2.5265920055032467j) (2.834487405040024, 1.1003703326889094)
# expect: polar (-0.6302195759955365+1.8054526259113697j) (1.9122855169608575, 1.9066375735702528)
# expect: polar (-0.3322736636954362+2.613520330227127j) (2.6345577055923632, 1.6972543343326292)
# expect: polar (2.27319996202825-2.415274141614737j) (3.316773620028663, -0.8156917542796857)
# expect: polar (-2.184186838795987-1.698078352601176j) (2.766612050566962, -2.4807588002957472)
# expect: polar (2.7928808333892174-0.38302880023542407j) (2.8190236627816088, -0.13629443719748102)
# expect: polar (0.759889745200824-1.1938428094469677j) (1.415165389108143, -1.0039648123760867)
# expect: polar (0.04345790297435714-0.6848024469305845j) (0.686179991440325, -1.5074208155937985)
# expect: polar (-0.8945370673789199+0.5104446444321811j) (1.0299273275063507, 2.623052998643281)
# expect: polar (0.5055107578211935+2.4252106250866508j) (2.4773347981865794, 1.365298767413904)
# expect: isnan 0j False
# expect: isnan -0j False
# expect: isnan 1j False
# expect: isnan -2.5j False
# expect: isnan 1e-05j False
# expect: isnan 1e+308j False
# expect: isnan infj False
# expect: isnan -infj False
# expect: isnan nanj True
# expect: isnan 710j False
# expect: isnan (-0+0j) False
# expect: isnan (-0-0j) False
# expect: isnan (-0+1j) False
# expect: isnan (-0-2.5j) False
# expect: isnan (-0+1e-05j) False
# expect: isnan (-0+1e+308j) False
# expect: isnan (-0+infj) False
# expect: isnan (-0-infj) False
# expect: isnan (-0+nanj) True
# expect: isnan (-0+710j) False
# expect: isnan (1+0j) False
# expect: isnan (1-0j) False
# expect: isnan (1+1j) False
# expect: isnan (1-2.5j) False
# expect: isnan (1+1e-05j) False
# expect: isnan (1+1e+308j) False
# expect: isnan (1+infj) False
# expect: isnan (1-infj) False
# expect: isnan (1+nanj) True
# expect: isnan (1+710j) False
# expect: isnan (-2.5+0j) False
# expect: isnan (-2.5-0j) False
# expect: isnan (-2.5+1j) False
# expect: isnan (-2.5-2.5j) False
# expect: isnan (-2.5+1e-05j) False
# expect: isnan (-2.5+1e+308j) False
# expect: isnan (-2.5+infj) False
# expect: isnan (-2.5-infj) False
# expect: isnan (-2.5+nanj) True
# expect: isnan (-2.5+710j) False
# expect: isnan (1e-05+0j) False
# expect: isnan (1e-05-0j) False
# expect: isnan (1e-05+1j) False
# expect: isnan (1e-05-2.5j) False
# expect: isnan (1e-05+1e-05j) False
# expect: isnan (1e-05+1e+308j) False
# expect: isnan (1e-05+infj) False
# expect: isnan (1e-05-infj) False
# expect: isnan (1e-05+nanj) True
# expect: isnan (1e-05+710j) False
# expect: isnan (1e+308+0j) False
# expect: isnan (1e+308-0j) False
# expect: isnan (1e+308+1j) False
# expect: isnan (1e+308-2.5j) False
# expect: isnan (1e+308+1e-05j) False
# expect: isnan (1e+308+1e+308j) False
# expect: isnan (1e+308+infj) False
# expect: isnan (1e+308-infj) False
# expect: isnan (1e+308+nanj) True
# expect: isnan (1e+308+710j) False
# expect: isnan (inf+0j) False
# expect: isnan (inf-0j) False
# expect: isnan (inf+1j) False
# expect: isnan (inf-2.5j) False
# expect: isnan (inf+1e-05j) False
# expect: isnan (inf+1e+308j) False
# expect: isnan (inf+infj) False
# expect: isnan (inf-infj) False
# expect: isnan (inf+nanj) True
# expect: isnan (inf+710j) False
# expect: isnan (-inf+0j) False
# expect: isnan (-inf-0j) False
# expect: isnan (-inf+1j) False
# expect: isnan (-inf-2.5j) False
# expect: isnan (-inf+1e-05j) False
# expect: isnan (-inf+1e+308j) False
# expect: isnan (-inf+infj) False
# expect: isnan (-inf-infj) False
# expect: isnan (-inf+nanj) True
# expect: isnan (-inf+710j) False
# expect: isnan (nan+0j) True
# expect: isnan (nan-0j) True
# expect: isnan (nan+1j) True
# expect: isnan (nan-2.5j) True
# expect: isnan (nan+1e-05j) True
# expect: isnan (nan+1e+308j) True
# expect: isnan (nan+infj) True
# expect: isnan (nan-infj) True
# expect: isnan (nan+nanj) True
# expect: isnan (nan+710j) True
# expect: isnan (710+0j) False
# expect: isnan (710-0j) False
# expect: isnan (710+1j) False
# expect: isnan (710-2.5j) False
# expect: isnan (710+1e-05j) False
# expect: isnan (710+1e+308j) False
# expect: isnan (710+infj) False
# expect: isnan (710-infj) False
# expect: isnan (710+nanj) True
# expect: isnan (710+710j) False
# expect: isnan (-1.5722122374486518+0.26537535177571137j) False
# expect: isnan (-0.7802690007115247+0.6235202315771669j) False
# expect: isnan (0.7543218246483239-2.6068268445611213j) False
# expect: isnan (-2.920992050670755+2.02481449257876j) False
# expect: isnan (-1.4438759140319541-1.5940142337198218j) False
# expect: isnan (2.9738690130627763-0.17841895486531234j) False
# expect: isnan (2.0187687076463323-0.1418807478039903j) False
# expect: isnan (0.8344088432649714-2.0963014558588564j) False
# expect: isnan (0.8091639497111309+2.20827184285978j) False
# expect: isnan (0.13908726229980806+1.4475111372089415j) False
# expect: isnan (1.0284688522175554-2.615811370638016j) False
# expect: isnan (1.549381477720904+0.5465974975879053j) False
# expect: isnan (-1.192394042905726-2.8139294911815j) False
# expect: isnan (2.193163421873674-0.163505468007199j) False
# expect: isnan (1.3129435443948188+2.27287680153289j) False
# expect: isnan (1.2847769016672155+2.5265920055032467j) False
# expect: isnan (-0.6302195759955365+1.8054526259113697j) False
# expect: isnan (-0.3322736636954362+2.613520330227127j) False
# expect: isnan (2.27319996202825-2.415274141614737j) False
# expect: isnan (-2.184186838795987-1.698078352601176j) False
# expect: isnan (2.7928808333892174-0.38302880023542407j) False
# expect: isnan (0.759889745200824-1.1938428094469677j) False
# expect: isnan (0.04345790297435714-0.6848024469305845j) False
# expect: isnan (-0.8945370673789199+0.5104446444321811j) False
# expect: isnan (0.5055107578211935+2.4252106250866508j) False
# expect: isinf 0j False
# expect: isinf -0j False
# expect: isinf 1j False
# expect: isinf -2.5j False
# expect: isinf 1e-05j False
# expect: isinf 1e+308j False
# expect: isinf infj True
# expect: isinf -infj True
# expect: isinf nanj False
# expect: isinf 710j False
# expect: isinf (-0+0j) False
# expect: isinf (-0-0j) False
# expect: isinf (-0+1j) False
# expect: isinf (-0-2.5j) False
# expect: isinf (-0+1e-05j) False
# expect: isinf (-0+1e+308j) False
# expect: isinf (-0+infj) True
# expect: isinf (-0-infj) True
# expect: isinf (-0+nanj) False
# expect: isinf (-0+710j) False
# expect: isinf (1+0j) False
# expect: isinf (1-0j) False
# expect: isinf (1+1j) False
# expect: isinf (1-2.5j) False
# expect: isinf (1+1e-05j) False
# expect: isinf (1+1e+308j) False
# expect: isinf (1+infj) True
# expect: isinf (1-infj) True
# expect: isinf (1+nanj) False
# expect: isinf (1+710j) False
# expect: isinf (-2.5+0j) False
# expect: isinf (-2.5-0j) False
# expect: isinf (-2.5+1j) False
# expect: isinf (-2.5-2.5j) False
# expect: isinf (-2.5+1e-05j) False
# expect: isinf (-2.5+1e+308j) False
# expect: isinf (-2.5+infj) True
# expect: isinf (-2.5-infj) True
# expect: isinf (-2.5+nanj) False
# expect: isinf (-2.5+710j) False
# expect: isinf (1e-05+0j) False
# expect: isinf (1e-05-0j) False
# expect: isinf (1e-05+1j) False
# expect: isinf (1e-05-2.5j) False
# expect: isinf (1e-05+1e-05j) False
# expect: isinf (1e-05+1e+308j) False
# expect: isinf (1e-05+infj) True
# expect: isinf (1e-05-infj) True
# expect: isinf (1e-05+nanj) False
# expect: isinf (1e-05+710j) False
# expect: isinf (1e+308+0j) False
# expect: isinf (1e+308-0j) False
# expect: isinf (1e+308+1j) False
# expect: isinf (1e+308-2.5j) False
# expect: isinf (1e+308+1e-05j) False
# expect: isinf (1e+308+1e+308j) False
# expect: isinf (1e+308+infj) True
# expect: isinf (1e+308-infj) True
# expect: isinf (1e+308+nanj) False
# expect: isinf (1e+308+710j) False
# expect: isinf (inf+0j) True
# expect: isinf (inf-0j) True
# expect: isinf (inf+1j) True
# expect: isinf (inf-2.5j) True
# expect: isinf (inf+1e-05j) True
# expect: isinf (inf+1e+308j) True
# expect: isinf (inf+infj) True
# expect: isinf (inf-infj) True
# expect: isinf (inf+nanj) True
# expect: isinf (inf+710j) True
# expect: isinf (-inf+0j) True
# expect: isinf (-inf-0j) True
# expect: isinf (-inf+1j) True
# expect: isinf (-inf-2.5j) True
# expect: isinf (-inf+1e-05j) True
# expect: isinf (-inf+1e+308j) True
# expect: isinf (-inf+infj) True
# expect: isinf (-inf-infj) True
# expect: isinf (-inf+nanj) True
# expect: isinf (-inf+710j) True
# expect: isinf (nan+0j) False
# expect: isinf (nan-0j) False
# expect: isinf (nan+1j) False
# expect: isinf (nan-2.5j) False
# expect: isinf (nan+1e-05j) False
# expect: isinf (nan+1e+308j) False
# expect: isinf (nan+infj) True
# expect: isinf (nan-infj) True
# expect: isinf (nan+nanj) False
# expect: isinf (nan+710j) False
# expect: isinf (710+0j) False
# expect: isinf (710-0j) False
# expect: isinf (710+1j) False
# expect: isinf (710-2.5j) False
# expect: isinf (710+1e-05j) False
# expect: isinf (710+1e+308j) False
# expect: isinf (710+infj) True
# expect: isinf (710-infj) True
# expect: isinf (710+nanj) False
# expect: isinf (710+710j) False
# expect: isinf (-1.5722122374486518+0.26537535177571137j) False
# expect: isinf (-0.7802690007115247+0.6235202315771669j) False
# expect: isinf (0.7543218246483239-2.6068268445611213j) False
# expect: isinf (-2.920992050670755+2.02481449257876j) False
# expect: isinf (-1.4438759140319541-1.5940142337198218j) False
# expect: isinf (2.9738690130627763-0.17841895486531234j) False
# expect: isinf (2.0187687076463323-0.1418807478039903j) False
# expect: isinf (0.8344088432649714-2.0963014558588564j) False
# expect: isinf (0.8091639497111309+2.20827184285978j) False
# expect: isinf (0.13908726229980806+1.4475111372089415j) False
# expect: isinf (1.0284688522175554-2.615811370638016j) False
# expect: isinf (1.549381477720904+0.5465974975879053j) False
# expect: isinf (-1.192394042905726-2.8139294911815j) False
# expect: isinf (2.193163421873674-0.163505468007199j) False
# expect: isinf (1.3129435443948188+2.27287680153289j) False
# expect: isinf (1.2847769016672155+2.5265920055032467j) False
# expect: isinf (-0.6302195759955365+1.8054526259113697j) False
# expect: isinf (-0.3322736636954362+2.613520330227127j) False
# expect: isinf (2.27319996202825-2.415274141614737j) False
# expect: isinf (-2.184186838795987-1.698078352601176j) False
# expect: isinf (2.7928808333892174-0.38302880023542407j) False
# expect: isinf (0.759889745200824-1.1938428094469677j) False
# expect: isinf (0.04345790297435714-0.6848024469305845j) False
# expect: isinf (-0.8945370673789199+0.5104446444321811j) False
# expect: isinf (0.5055107578211935+2.4252106250866508j) False
# expect: isfinite 0j True
# expect: isfinite -0j True
# expect: isfinite 1j True
# expect: isfinite -2.5j True
# expect: isfinite 1e-05j True
# expect: isfinite 1e+308j True
# expect: isfinite infj False
# expect: isfinite -infj False
# expect: isfinite nanj False
# expect: isfinite 710j True
# expect: isfinite (-0+0j) True
# expect: isfinite (-0-0j) True
# expect: isfinite (-0+1j) True
# expect: isfinite (-0-2.5j) True
# expect: isfinite (-0+1e-05j) True
# expect: isfinite (-0+1e+308j) True
# expect: isfinite (-0+infj) False
# expect: isfinite (-0-infj) False
# expect: isfinite (-0+nanj) False
# expect: isfinite (-0+710j) True
# expect: isfinite (1+0j) True
# expect: isfinite (1-0j) True
# expect: isfinite (1+1j) True
# expect: isfinite (1-2.5j) True
# expect: isfinite (1+1e-05j) True
# expect: isfinite (1+1e+308j) True
# expect: isfinite (1+infj) False
# expect: isfinite (1-infj) False
# expect: isfinite (1+nanj) False
# expect: isfinite (1+710j) True
# expect: isfinite (-2.5+0j) True
# expect: isfinite (-2.5-0j) True
# expect: isfinite (-2.5+1j) True
# expect: isfinite (-2.5-2.5j) True
# expect: isfinite (-2.5+1e-05j) True
# expect: isfinite (-2.5+1e+308j) True
# expect: isfinite (-2.5+infj) False
# expect: isfinite (-2.5-infj) False
# expect: isfinite (-2.5+nanj) False
# expect: isfinite (-2.5+710j) True
# expect: isfinite (1e-05+0j) True
# expect: isfinite (1e-05-0j) True
# expect: isfinite (1e-05+1j) True
# expect: isfinite (1e-05-2.5j) True
# expect: isfinite (1e-05+1e-05j) True
# expect: isfinite (1e-05+1e+308j) True
# expect: isfinite (1e-05+infj) False
# expect: isfinite (1e-05-infj) False
# expect: isfinite (1e-05+nanj) False
# expect: isfinite (1e-05+710j) True
# expect: isfinite (1e+308+0j) True
# expect: isfinite (1e+308-0j) True
# expect: isfinite (1e+308+1j) True
# expect: isfinite (1e+308-2.5j) True
# expect: isfinite (1e+308+1e-05j) True
# expect: isfinite (1e+308+1e+308j) True
# expect: isfinite (1e+308+infj) False
# expect: isfinite (1e+308-infj) False
# expect: isfinite (1e+308+nanj) False
# expect: isfinite (1e+308+710j) True
# expect: isfinite (inf+0j) False
# expect: isfinite (inf-0j) False
# expect: isfinite (inf+1j) False
# expect: isfinite (inf-2.5j) False
# expect: isfinite (inf+1e-05j) False
# expect: isfinite (inf+1e+308j) False
# expect: isfinite (inf+infj) False
# expect: isfinite (inf-infj) False
# expect: isfinite (inf+nanj) False
# expect: isfinite (inf+710j) False
# expect: isfinite (-inf+0j) False
# expect: isfinite (-inf-0j) False
# expect: isfinite (-inf+1j) False
# expect: isfinite (-inf-2.5j) False
# expect: isfinite (-inf+1e-05j) False
# expect: isfinite (-inf+1e+308j) False
# expect: isfinite (-inf+infj) False
# expect: isfinite (-inf-infj) False
# expect: isfinite (-inf+nanj) False
# expect: isfinite (-inf+710j) False
# expect: isfinite (nan+0j) False
# expect: isfinite (nan-0j) False
# expect: isfinite (nan+1j) False
# expect: isfinite (nan-2.5j) False
# expect: isfinite (nan+1e-05j) False
# expect: isfinite (nan+1e+308j) False
# expect: isfinite (nan+infj) False
# expect: isfinite (nan-infj) False
# expect: isfinite (nan+nanj) False
# expect: isfinite (nan+710j) False
# expect: isfinite (710+0j) True
# expect: isfinite (710-0j) True
# expect: isfinite (710+1j) True
# expect: isfinite (710-2.5j) True
# expect: isfinite (710+1e-05j) True
# expect: isfinite (710+1e+308j) True
# expect: isfinite (710+infj) False
# expect: isfinite (710-infj) False
# expect: isfinite (710+nanj) False
# expect: isfinite (710+710j) True
# expect: isfinite (-1.5722122374486518+0.26537535177571137j) True
# expect: isfinite (-0.7802690007115247+0.6235202315771669j) True
# expect: isfinite (0.7543218246483239-2.6068268445611213j) True
# expect: isfinite (-2.920992050670755+2.02481449257876j) True
# expect: isfinite (-1.4438759140319541-1.5940142337198218j) True
# expect: isfinite (2.9738690130627763-0.17841895486531234j) True
# expect: isfinite (2.0187687076463323-0.1418807478039903j) True
# expect: isfinite (0.8344088432649714-2.0963014558588564j) True
# expect: isfinite (0.8091639497111309+2.20827184285978j) True
# expect: isfinite (0.13908726229980806+1.4475111372089415j) True
# expect: isfinite (1.0284688522175554-2.615811370638016j) True
# expect: isfinite (1.549381477720904+0.5465974975879053j) True
# expect: isfinite (-1.192394042905726-2.8139294911815j) True
# expect: isfinite (2.193163421873674-0.163505468007199j) True
# expect: isfinite (1.3129435443948188+2.27287680153289j) True
# expect: isfinite (1.2847769016672155+2.5265920055032467j) True
# expect: isfinite (-0.6302195759955365+1.8054526259113697j) True
# expect: isfinite (-0.3322736636954362+2.613520330227127j) True
# expect: isfinite (2.27319996202825-2.415274141614737j) True
# expect: isfinite (-2.184186838795987-1.698078352601176j) True
# expect: isfinite (2.7928808333892174-0.38302880023542407j) True
# expect: isfinite (0.759889745200824-1.1938428094469677j) True
# expect: isfinite (0.04345790297435714-0.6848024469305845j) True
# expect: isfinite (-0.8945370673789199+0.5104446444321811j) True
# expect: isfinite (0.5055107578211935+2.4252106250866508j) True
# expect: rect 0.0 0.0 0j
# expect: rect 0.0 -0.0 -0j
# expect: rect 0.0 1.0 0j
# expect: rect 0.0 -2.5 (-0-0j)
# expect: rect 0.0 1e-05 0j
# expect: rect 0.0 1e+308 (-0+0j)
# expect: rect 0.0 inf 0j
# expect: rect 0.0 -inf 0j
# expect: rect 0.0 nan 0j
# expect: rect 0.0 710.0 0j
# expect: rect -0.0 0.0 (-0-0j)
# expect: rect -0.0 -0.0 (-0+0j)
# expect: rect -0.0 1.0 (-0-0j)
# expect: rect -0.0 -2.5 0j
# expect: rect -0.0 1e-05 (-0-0j)
# expect: rect -0.0 1e+308 -0j
# expect: rect -0.0 inf 0j
# expect: rect -0.0 -inf 0j
# expect: rect -0.0 nan 0j
# expect: rect -0.0 710.0 (-0-0j)
# expect: rect 1.0 0.0 (1+0j)
# expect: rect 1.0 -0.0 (1-0j)
# expect: rect 1.0 1.0 (0.5403023058681398+0.8414709848078965j)
# expect: rect 1.0 -2.5 (-0.8011436155469337-0.5984721441039565j)
# expect: rect 1.0 1e-05 (0.99999999995+9.999999999833334e-06j)
# expect: rect 1.0 1e+308 (-0.8913089376870335+0.4533964905016491j)
# expect: rect 1.0 inf ValueError math domain error
# expect: rect 1.0 -inf ValueError math domain error
# expect: rect 1.0 nan (nan+nanj)
# expect: rect 1.0 710.0 (0.999999998182636+6.0288706691585265e-05j)
# expect: rect -2.5 0.0 (-2.5-0j)
# expect: rect -2.5 -0.0 (-2.5+0j)
# expect: rect -2.5 1.0 (-1.3507557646703494-2.1036774620197414j)
# expect: rect -2.5 -2.5 (2.002859038867334+1.4961803602598913j)
# expect: rect -2.5 1e-05 (-2.499999999875-2.4999999999583332e-05j)
# expect: rect -2.5 1e+308 (2.228272344217584-1.1334912262541228j)
# expect: rect -2.5 inf ValueError math domain error
# expect: rect -2.5 -inf ValueError math domain error
# expect: rect -2.5 nan (nan+nanj)
# expect: rect -2.5 710.0 (-2.49999999545659-0.00015072176672896315j)
# expect: rect 1e-05 0.0 (1e-05+0j)
# expect: rect 1e-05 -0.0 (1e-05-0j)
# expect: rect 1e-05 1.0 (5.403023058681398e-06+8.414709848078966e-06j)
# expect: rect 1e-05 -2.5 (-8.011436155469338e-06-5.9847214410395656e-06j)
# expect: rect 1e-05 1e-05 (9.9999999995e-06+9.999999999833334e-11j)
# expect: rect 1e-05 1e+308 (-8.913089376870335e-06+4.533964905016491e-06j)
# expect: rect 1e-05 inf ValueError math domain error
# expect: rect 1e-05 -inf ValueError math domain error
# expect: rect 1e-05 nan (nan+nanj)
# expect: rect 1e-05 710.0 (9.99999998182636e-06+6.028870669158527e-10j)
# expect: rect 1e+308 0.0 (1e+308+0j)
# expect: rect 1e+308 -0.0 (1e+308-0j)
# expect: rect 1e+308 1.0 (5.403023058681397e+307+8.414709848078965e+307j)
# expect: rect 1e+308 -2.5 (-8.011436155469337e+307-5.984721441039565e+307j)
# expect: rect 1e+308 1e-05 (9.9999999995e+307+9.999999999833334e+302j)
# expect: rect 1e+308 1e+308 (-8.913089376870335e+307+4.533964905016491e+307j)
# expect: rect 1e+308 inf ValueError math domain error
# expect: rect 1e+308 -inf ValueError math domain error
# expect: rect 1e+308 nan (nan+nanj)
# expect: rect 1e+308 710.0 (9.99999998182636e+307+6.028870669158527e+303j)
# expect: rect inf 0.0 (inf+0j)
# expect: rect inf -0.0 (inf-0j)
# expect: rect inf 1.0 (inf+infj)
# expect: rect inf -2.5 (-inf-infj)
# expect: rect inf 1e-05 (inf+infj)
# expect: rect inf 1e+308 (-inf+infj)
# expect: rect inf inf ValueError math domain error
# expect: rect inf -inf ValueError math domain error
# expect: rect inf nan (inf+nanj)
# expect: rect inf 710.0 (inf+infj)
# expect: rect -inf 0.0 (-inf-0j)
# expect: rect -inf -0.0 (-inf+0j)
# expect: rect -inf 1.0 (-inf-infj)
# expect: rect -inf -2.5 (inf+infj)
# expect: rect -inf 1e-05 (-inf-infj)
# expect: rect -inf 1e+308 (inf-infj)
# expect: rect -inf inf ValueError math domain error
# expect: rect -inf -inf ValueError math domain error
# expect: rect -inf nan (inf+nanj)
# expect: rect -inf 710.0 (-inf-infj)
# expect: rect nan 0.0 (nan+0j)
# expect: rect nan -0.0 (nan+0j)
# expect: rect nan 1.0 (nan+nanj)
# expect: rect nan -2.5 (nan+nanj)
# expect: rect nan 1e-05 (nan+nanj)
# expect: rect nan 1e+308 (nan+nanj)
# expect: rect nan inf (nan+nanj)
# expect: rect nan -inf (nan+nanj)
# expect: rect nan nan (nan+nanj)
# expect: rect nan 710.0 (nan+nanj)
# expect: rect 710.0 0.0 (710+0j)
# expect: rect 710.0 -0.0 (710-0j)
# expect: rect 710.0 1.0 (383.6146371663792+597.4443992136065j)
# expect: rect 710.0 -2.5 (-568.8119670383229-424.9152223138091j)
# expect: rect 710.0 1e-05 (709.9999999645+0.007099999999881667j)
# expect: rect 710.0 1e+308 (-632.8293457577937+321.91150825617086j)
# expect: rect 710.0 inf ValueError math domain error
# expect: rect 710.0 -inf ValueError math domain error
# expect: rect 710.0 nan (nan+nanj)
# expect: rect 710.0 710.0 (709.9999987096716+0.04280498175102554j)
# expect: True False 3.141592653589793 2.718281828459045 6.283185307179586 inf nan infj nanj (3+0j) 1j (-1+1.2246467991473532e-16j)
# expect: TypeError must be real number, not str
# expect: TypeError must be real number, not list
# expect: (1.4142135623730951+0j)
# expect: (1+0j)
# expect: ValueError tolerances must be non-negative
